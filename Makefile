# bifolio. `make pack` on a fresh Debian 12 installs what is missing, builds, and writes the packs to out/packs/.
# `make help` lists the targets. Everything that is made goes below $(OUT); two builds may run side by side with
# two values of OUT.

OUT ?= out
STD := -std=c11 -D_POSIX_C_SOURCE=200809L
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wconversion
CFLAGS ?= -O2 -g
LDFLAGS ?= -Wl,--as-needed -Wl,-z,relro,-z,now
HARDEN := -fno-common -fstack-protector-strong
ifneq ($(filter true 1,$(CI) $(WERROR)),)
WARNINGS += -Werror
endif

# The debug information and __FILE__ name files from the top of the tree, wherever that lies.
PATHS := -ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(abspath $(OUT))=out

PKGS := yaml-0.1 harfbuzz harfbuzz-subset icu-uc icu-i18n cairo libpng lcms2 libdeflate zlib md4c
# Loaded when it is needed, not linked.
HEADERS := libqpdf libcrypto
# Asked once and only when something is compiled, so that `make deps` works on a machine without any of them.
PKG_CPPFLAGS = $(eval PKG_CPPFLAGS := $$(patsubst -I%,-isystem %,$$(shell pkg-config --cflags $(PKGS))))$(PKG_CPPFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(filter-out cairo,$(PKGS))))$(PKG_LIBS)
# The shared cairo brings twelve libraries of the X Window System and others with it, to be loaded at each start.
CAIRO := -Wl,-Bstatic -lcairo -lpixman-1 -Wl,-Bdynamic -lpng16 -lz -lfreetype -lfontconfig
LIBS = $(PKG_LIBS) $(CAIRO) -lhpdf -lm

COMPILE = $(CC) $(STD) $(WARNINGS) $(HARDEN) $(PATHS) $(CPPFLAGS) -Iinclude $(PKG_CPPFLAGS) $(CFLAGS) $(SAN)

SOURCES := $(sort $(wildcard src/*.c src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(OUT)/obj/%.o)
PARTS := $(filter-out $(OUT)/obj/main.o,$(OBJECTS))
UNITS := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(sort $(wildcard tests/unit/u_*.c)))
FUZZERS := $(patsubst tests/fuzz/%.c,$(OUT)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
BIN := $(OUT)/bin/bifolio

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all help pack build-packs test run-tests property conform check-fonts deps test-deps bench-deps dev-deps unit units sanitize fuzz \
	fuzzers bench regen docs tidy format clean

all: $(BIN)

help:
	@sed -n 's/^\([a-z][a-z-]*\):.*## */\1\t/p' Makefile | expand -t 16

# ---- the program ----

# `make V=1` shows whole commands.
say = $(if $(V),,@printf '  %-4s %s\n' $1 $2;)

$(BIN): $(OBJECTS)
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(SAN) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(OUT)/obj/%.o: src/%.c Makefile | $(OUT)/obj/.found
	@mkdir -p $(@D)
	$(call say,CC,$<)$(COMPILE) -MMD -MP -c -o $@ $<

# One clear message in place of a page of missing headers.
$(OUT)/obj/.found: Makefile
	@mkdir -p $(@D)
	@pkg-config --exists --print-errors $(PKGS) $(HEADERS) || { echo 'libraries are missing: run make deps' >&2; exit 1; }
	@touch $@

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

# ---- packs ----

# The program finds templates and fonts above itself, unless it was built outside the tree.
HOME_FOR = $(if $(filter $(CURDIR)/%,$(abspath $(OUT))),,BIFOLIO_HOME=$(CURDIR))

# The two front doors use all processors unless a -j was given.
ALL_CORES = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))

pack: ## install what is missing, build, write the packs to out/packs/
	+$(MAKE) --no-print-directory deps
	+$(MAKE) --no-print-directory $(ALL_CORES) build-packs

# data/jobs.yaml says which packs and editions there are, and that they go to out/packs.
build-packs: $(BIN) check-fonts ## the packs, without looking for missing packages
	$(HOME_FOR) $(BIN) batch data/jobs.yaml
	@ls -l out/packs

check-fonts: ## the fonts and outlines are the ones this tree was written for
	@cd fonts && sha256sum --quiet -c SHA256SUMS
	@cd templates && sha256sum --quiet -c SHA256SUMS

# ---- packages of the system ----

deps: ## install the packages that building needs, if any is missing
	@sh .ci/need make gcc libc6-dev pkg-config libyaml-dev libharfbuzz-dev libicu-dev hyphen-en-gb hyphen-en-us \
		hyphen-de hyphen-es hyphen-fr libhpdf-dev libcairo2-dev libpng-dev liblcms2-dev libdeflate-dev zlib1g-dev \
		libmd4c-dev libqpdf-dev libssl-dev

test-deps: deps ## ... and those that testing needs
	@sh .ci/need ca-certificates openssl python3 python3-venv libcmocka-dev poppler-utils qpdf mupdf-tools unicode-data libhyphen-dev
	@sh .ci/need --command javac openjdk-17-jdk-headless --command mvn maven --command node nodejs --command npm npm

bench-deps: deps
	@sh .ci/need hyperfine python3-venv poppler-utils libpango-1.0-0 libpangoft2-1.0-0

dev-deps: test-deps ## ... and those that tidy, format and fuzz need
	@sh .ci/need clang clang-format clang-tidy

# ---- tests ----

test: ## install what is missing, build, run every test
	+$(MAKE) --no-print-directory test-deps
	+$(MAKE) --no-print-directory $(ALL_CORES) run-tests

run-tests: $(BIN) units check-fonts
	python3 tests/run.py --out $(OUT) $(SUITES)

units: $(UNITS)

unit: units ## the unit tests alone
	python3 tests/run.py --out $(OUT) unit

$(OUT)/unit/%: tests/unit/%.c $(PARTS) Makefile
	@mkdir -p $(@D)
	$(call say,UNIT,$<)$(COMPILE) -MMD -MP -MF $@.d -MT $@ $(LDFLAGS) -o $@ $< $(PARTS) -lcmocka -lhyphen $(LIBS)

# Warnings are errors in the ordinary build; these instruments make the compiler see some that are not there.
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
sanitize: check-fonts ## the same cases with AddressSanitizer and UndefinedBehaviorSanitizer
	+$(MAKE) --no-print-directory CI= WERROR= OUT=$(OUT)/san CFLAGS='-O1 -g' SAN='$(SANITIZERS)' all units
	python3 tests/run.py --out $(OUT)/san $(or $(SUITES),unit broken dumps packs cli batch)

FUZZ_SECONDS ?= 20
fuzz: ## libFuzzer over each tests/fuzz/fuzz_*.c for FUZZ_SECONDS, seeds from tests/cases
	+$(MAKE) --no-print-directory CI= WERROR= OUT=$(OUT)/fuzzing CC=clang CFLAGS='-O1 -g' \
		SAN='$(SANITIZERS) -fsanitize=fuzzer-no-link' fuzzers
	sh tests/fuzz/run.sh $(OUT)/fuzzing/fuzz $(FUZZ_SECONDS)

fuzzers: $(FUZZERS)

$(OUT)/fuzz/%: tests/fuzz/%.c $(PARTS) Makefile
	@mkdir -p $(@D)
	$(COMPILE) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(PARTS) $(LIBS)

regen: $(BIN) ## show how expected files differ and rewrite them (asks; REGEN=yes does not)
	REGEN=$(REGEN) python3 tests/run.py --out $(OUT) --regen broken dumps images

conform: test-deps ## veraPDF, qpdf, MuPDF and pdfcpu judge every pack in every edition, and 200 random ones
	+$(MAKE) --no-print-directory all
	python3 tests/conform.py --out $(OUT)

property: $(BIN) ## 500 random packs in all arrangements, 50 under limits of pages (long)
	BIFOLIO_PACKS=500 BIFOLIO_EDITIONS=all BIFOLIO_BUDGETS=50 python3 tests/run.py --out $(OUT) generated budgets

bench: ## measure bifolio beside Typst and WeasyPrint, and how it grows with pages and charts
	+$(MAKE) --no-print-directory bench-deps
	+$(MAKE) --no-print-directory all
	python3 tests/bench/bench.py --out $(OUT) $(BENCH)
	python3 tests/bench/size.py --out $(OUT)

# ---- upkeep ----

docs: $(BIN) ## write the documents that are made from the program
	$(BIN) schema pack --markdown >docs/format.md
	$(BIN) schema jobs --markdown >docs/jobs.md
	$(BIN) explain --markdown >docs/findings.md

tidy: ## clang-tidy over the sources
	@printf '%s\n' $(SOURCES) | xargs -n 4 -P $$(nproc) sh -c 'exec clang-tidy --quiet "$$@" -- $(STD) -Iinclude $(PKG_CPPFLAGS)' tidy

# The headers in include/ are set by hand: their comments stand in columns.
format: ## clang-format over the sources, in place
	clang-format -i $(SOURCES) $(wildcard src/*/*.h tests/*/*.c)

clean: ## remove all that was made
	rm -rf $(OUT)
