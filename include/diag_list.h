/*
 * The closed list of findings: X(code, level, English phrase, Korean phrase, help). diag.h makes the codes of it, diag.c
 * the phrases, `bifolio explain` and the manual the help. No include guard: it is read several times.
 */

/* ---- source ---- */

X(FILE_MISSING, SYSTEM, "{0} is not there: check the name and the folder", "{0}: 파일이 없습니다. 이름과 폴더를 확인하십시오",
  "The file or folder does not exist. Paths are taken from the folder in which bifolio was started.")
X(FILE_UNREADABLE, SYSTEM, "{0} cannot be read: {1}", "{0}: 파일을 읽을 수 없습니다({1})",
  "The system refused to read the file; the reason is the system's own. Check the rights of the file and its folders.")
X(FILE_TOO_LARGE, ERROR, "the file is larger than {0} MiB: divide it into several files in one folder",
  "파일이 {0}MiB를 넘습니다. 한 폴더 안의 여러 파일로 나누십시오",
  "One YAML file may hold at most 8 MiB. A pack may be a folder of files that each hold some of the top-level keys.")
X(NOT_UTF8, ERROR, "this is not UTF-8: save the file as UTF-8", "UTF-8이 아닙니다. 파일을 UTF-8로 저장하십시오",
  "The bytes at this place are not valid UTF-8; the file was probably saved in another encoding such as CP949, "
  "Latin-1 or UTF-16. Only the first such place of each line is reported.")
X(BAD_CHARACTER, ERROR, "the character {0} may not stand in a YAML file: remove it", "YAML 파일에 쓸 수 없는 문자 {0}입니다. 지우십시오",
  "Control characters, and a byte order mark anywhere but at the start, may not stand in a YAML file. They often "
  "come in with text that was copied from another program.")
X(YAML_TAB, ERROR, "a tab may not be used here: indent with spaces", "여기에는 탭을 쓸 수 없습니다. 공백으로 들여쓰십시오",
  "YAML allows only spaces at the beginning of a line. Set your editor to insert spaces.")
X(YAML_START, ERROR, "unquoted text may not begin with {0}: put the text in quotation marks",
  "따옴표 없는 글은 {0} 문자로 시작할 수 없습니다. 따옴표로 묶으십시오",
  "Some characters have a meaning of their own at the start of a YAML value. Quotation marks round the whole value "
  "make it a text.")
X(YAML_INDENT, ERROR,
  "this line does not fit the lines above it: check its indentation, and the end of the value before it",
  "이 줄이 위의 줄들과 맞지 않습니다. 들여쓰기와 바로 앞 값의 끝을 확인하십시오",
  "Keys of one mapping begin in the same column, and so do the dashes of one list. A quotation mark that closes too "
  "early or a value that goes on after its closing mark gives the same finding.")
X(YAML_COLON, ERROR, "there is a colon with a space after it inside this value: put the value in quotation marks",
  "값 안에 공백이 뒤따르는 쌍점이 있습니다. 값을 따옴표로 묶으십시오",
  "A colon followed by a space ends a key. Inside an unquoted value it is not allowed; quotation marks round the "
  "value make it part of the text. A key that is indented too far gives the same finding.")
X(YAML_DASH, ERROR, "a list may not begin here: put each dash at the beginning of a line of its own",
  "여기서는 목록을 시작할 수 없습니다. 줄표마다 줄을 바꾸어 줄 처음에 쓰십시오",
  "A list follows its key on the next lines, with a dash and a space before each entry. Text that begins with a dash "
  "and a space needs quotation marks.")
X(YAML_NO_COLON, ERROR,
  "this line is no key: write a colon and a space after the key, or indent the line as part of the value above",
  "이 줄은 키가 아닙니다. 키 뒤에 쌍점과 공백을 쓰거나, 위 값에 딸린 줄이면 더 들여쓰십시오",
  "A line of a mapping has the form `key: value`. A value may go on over several lines if they are indented further "
  "than its key.")
X(YAML_QUOTE, ERROR, "the quotation mark is not closed: close it, or double a mark that belongs to the text",
  "따옴표가 닫히지 않았습니다. 닫거나, 글에 속한 따옴표이면 두 번 쓰십시오",
  "A quoted value runs to the next mark of the same kind. Inside single quotation marks an apostrophe is written "
  "twice; inside double ones a quotation mark is written with a backslash before it.")
X(YAML_ESCAPE, ERROR, "the backslash begins no known sequence here: double it, or use single quotation marks",
  "여기의 역슬래시(\\)는 정해진 표기가 아닙니다. 두 번 쓰거나 작은따옴표를 쓰십시오",
  "Inside double quotation marks a backslash begins a sequence such as \\n. To have a backslash itself write two.")
X(YAML_BRACKET, ERROR, "a comma or the closing bracket is missing: complete the list or mapping",
  "쉼표나 닫는 괄호가 없습니다. 목록이나 매핑을 완성하십시오",
  "A list in square brackets or a mapping in curly ones needs a comma between its parts and its closing bracket.")
X(YAML_SYNTAX, ERROR, "the YAML cannot be read here: {0}", "여기의 YAML을 읽을 수 없습니다({0})",
  "The text breaks a rule of YAML; the words in the message are those of the YAML library.")
X(YAML_DOCUMENT, ERROR, "a second document begins here: put it in a file of its own, or remove the line",
  "여기서 두 번째 문서가 시작됩니다. 다른 파일로 옮기거나 이 줄을 지우십시오",
  "A file holds one YAML document. A line of three dashes after the beginning starts another one.")
X(YAML_TAG, ERROR, "the tag {0} has no meaning here: remove it", "여기서는 뜻이 없는 태그입니다: {0}. 지우십시오",
  "A value's type follows from the key it belongs to. Only the tags of YAML's core schema are accepted (!!str, "
  "!!int, !!seq and so on), and they are never needed.")
X(YAML_MERGE, ERROR, "the merge key << is not used: write out the keys", "병합 키(<<)는 쓰지 않습니다. 키를 모두 적으십시오",
  "Merge keys were an extension of YAML 1.1 that is not in YAML 1.2. An alias may stand for a whole value instead.")
X(YAML_KEY, ERROR, "a key must be a text: put this in quotation marks if it is one", "키는 글이어야 합니다. 글이라면 따옴표로 묶으십시오",
  "The key of a mapping may not be a list or a mapping, and may not be empty.")
X(DUPLICATE_KEY, ERROR, "the key “{0}” stands here a second time: keep one of the two", "‘{0}’ 키가 두 번 있습니다. 하나만 남기십시오",
  "A key may stand only once in a mapping. The note shows the first one; the value there is used for further checks.")
X(ALIAS_UNKNOWN, ERROR, "no anchor &{0} stands above this alias: define it first, or put the text in quotation marks",
  "이 별칭 위에 앵커(&{0})가 없습니다. 먼저 정의하거나, 글이면 따옴표로 묶으십시오",
  "An alias (*name) repeats a value that was marked with an anchor (&name) earlier in the same file.")
X(ALIAS_CYCLE, ERROR, "the alias *{0} stands inside the value it repeats: remove it",
  "별칭(*{0})이 자신이 가리키는 값 안에 있습니다. 지우십시오",
  "A value that contains itself would never end.")
X(LIMIT_DEPTH, ERROR, "values are nested more than {0} deep here: flatten them", "값이 {0}단계보다 깊습니다. 구조를 줄이십시오",
  "No pack or template needs such depth; the limit protects against files made to exhaust the machine.")
X(LIMIT_NODES, ERROR, "the file holds more than {0} values with its aliases written out: shorten it",
  "별칭을 풀면 값이 {0}개를 넘습니다. 파일을 줄이십시오",
  "No pack needs so many values; the limit protects against files made to exhaust the machine.")
X(CSV_QUOTE, ERROR, "the quotation mark of this cell is not closed: close it, or double a mark that belongs to the text",
  "이 칸의 따옴표가 닫히지 않았습니다. 닫거나, 글에 속한 따옴표이면 두 번 쓰십시오",
  "A quoted cell of a CSV file runs to the next quotation mark that is not doubled (RFC 4180).")
X(CSV_MARK, ERROR, "a quotation mark stands inside or before other text of this cell: put the whole cell in quotation marks",
  "칸의 글 중간이나 앞에 따옴표가 있습니다. 칸 전체를 따옴표로 묶으십시오",
  "A cell of a CSV file is quoted as a whole or not at all; marks that belong to it are written twice (RFC 4180).")
X(CSV_CELLS, ERROR, "this row has {0} cells, the first row has {1}: add or remove commas",
  "이 행은 {0}칸인데 첫 행은 {1}칸입니다. 쉼표를 더하거나 빼십시오",
  "All rows of a CSV file have as many cells as its head. A comma that belongs to a text needs a quoted cell.")

/* ---- art ---- */

X(ART_KIND, ERROR, "this is no {0} file: save the picture again in the form that its name says",
  "{0} 파일이 아닙니다. 이름에 맞는 형식으로 그림을 다시 저장하십시오",
  "The first bytes of the file are not those of the form that its ending names: .svg, .png, .jpg or .jpeg.")
X(ART_XML, ERROR, "this SVG cannot be read: {0}", "SVG를 읽을 수 없습니다: {0}",
  "An SVG is an XML file. Export it again from the drawing program, as plain SVG.")
X(ART_VALUE, ERROR, "`{0}` holds “{1}”, which cannot be read as {2}: correct it, or export the picture again",
  "`{0}`의 값 ‘{1}’은 {2}(으)로 읽을 수 없습니다. 고치거나 그림을 다시 내보내십시오",
  "A number, colour, path or transform of the SVG is malformed, or in a form that is not known here.")
X(ART_TEXT, ERROR, "the picture holds text, which needs a font: turn the text into outlines",
  "그림에 글꼴이 필요한 글이 있습니다. 글을 윤곽선으로 바꾸십시오",
  "A logo must look alike everywhere, so it may not ask for a font. Drawing programs call this “convert to outlines”, "
  "“create outlines” or “object to path”. What it says belongs into its alternative text.")
X(ART_OUTSIDE, ERROR, "“{0}” lies outside of the picture: put what it shows into the file itself",
  "‘{0}’은 그림 밖에 있습니다. 그 내용을 파일 안에 넣으십시오",
  "A picture reads nothing from the network or from other files, so that it looks alike everywhere and gives nothing away. "
  "Embed what it refers to, or remove the reference.")
X(ART_KEPT_OUT, ERROR, "the picture uses {0}, which cannot be printed as it is: {1}", "그림에 쓰인 {0}은(는) 그대로 인쇄할 수 없습니다. {1}",
  "Shapes of plain colours look alike on every printer and in every reader. Effects, gradients, transparency, scripts and "
  "pictures in pictures do not, and CMYK has no place in a document whose colours are sRGB.")
X(ART_EMPTY, ERROR, "the picture shows nothing: export it again", "그림에 보이는 것이 없습니다. 다시 내보내십시오",
  "No shape has a colour, or every pixel is clear.")
X(ART_LARGE, ERROR, "the picture is too large, the most is {0}: make it simpler or smaller",
  "그림이 너무 큽니다(최대 {0}). 더 단순하거나 작게 만드십시오",
  "A picture of 16 million pixels fills a page at 400 dots an inch.")
X(ART_DAMAGED, ERROR, "the picture is damaged ({0}): save it again", "그림이 손상되었습니다({0}). 다시 저장하십시오",
  "The file is cut off or its contents contradict each other.")

/* ---- model ---- */

X(PACK_EMPTY, ERROR, "the file holds no data: begin with the keys id, languages and title",
  "파일에 내용이 없습니다. id, languages, title 키부터 적으십시오",
  "A pack needs at least the required top-level keys; `bifolio init` writes one to start from.")
X(PACK_FORM, ERROR, "a file of a pack must be a mapping: begin with a key such as `id: name-of-the-pack`",
  "자료집 파일은 매핑이어야 합니다. `id: name-of-the-pack`과 같은 키로 시작하십시오",
  "The top level of every file of a pack consists of keys with their values.")
X(PACK_NO_FILES, ERROR, "the folder {0} holds no file whose name ends in .yaml: name the pack's folder or file",
  "{0} 폴더에 .yaml 파일이 없습니다. 자료집 폴더나 파일을 지정하십시오",
  "A pack is one YAML file, or a folder whose files end in .yaml. Files in folders below it are not read.")
X(KEY_IN_TWO_FILES, ERROR, "the key “{0}” stands in another file of the pack too: keep it in one of them",
  "‘{0}’ 키가 자료집의 다른 파일에도 있습니다. 한 파일에만 남기십시오",
  "In a pack of several files each top-level key stands in one file only. The note shows the other place.")
X(UNKNOWN_KEY, ERROR, "“{0}” is no key of {1}: remove it, or use one of {2}",
  "{1} 레코드에 없는 키입니다: ‘{0}’. 지우십시오. 쓸 수 있는 키: {2}",
  "Only the keys of the pack format are allowed, so that a misspelt one is not overlooked. `bifolio schema pack` "
  "lists them.")
X(UNKNOWN_KEY_NEAR, ERROR, "“{0}” is no key of {1}: did you mean “{2}”?", "{1} 레코드에 없는 키입니다: ‘{0}’. 혹시 ‘{2}’입니까?",
  "Only the keys of the pack format are allowed, so that a misspelt one is not overlooked. `bifolio schema pack` "
  "lists them.")
X(MISSING_KEY, ERROR, "this {0} needs the key “{1}”: add it", "이 {0} 레코드에 ‘{1}’ 키가 필요합니다. 추가하십시오",
  "A required key is absent. The position is that of the record it belongs to.")
X(EMPTY_VALUE, ERROR, "“{0}” has no value: write one, or remove the key", "‘{0}’ 키에 값이 없습니다. 값을 적거나 키를 지우십시오",
  "A key without a value is neither given nor left out. Remove the key to leave it out.")
X(EMPTY_LIST, ERROR, "“{0}” needs at least one entry: add one", "‘{0}’ 목록에는 항목이 하나 이상 필요합니다. 추가하십시오",
  "The list is required, and an empty one says nothing.")
X(WRONG_TYPE, ERROR, "“{0}” must be {1}; this is {2}", "‘{0}’ 값의 형식이 다릅니다. 필요한 형식: {1}, 지금 형식: {2}",
  "A list has a dash before each entry; a mapping has keys, each with a colon and a value; a text has neither.")
X(TEXT_NO_LANGUAGE, ERROR, "“{0}” must be given in each language: write {1} below it",
  "‘{0}’ 글은 언어마다 적어야 합니다. 아래에 {1} 키로 나누어 적으십시오",
  "A text of a pack is a mapping with one key for each of the pack's languages.")
X(TEXT_MISSING, ERROR, "“{0}” has no text in “{1}”: the pack declares that language, so add it here",
  "‘{0}’ 글에 ‘{1}’ 언어가 없습니다. 자료집이 선언한 언어이므로 추가하십시오",
  "Every text is given in every language that the pack declares under `languages`; nothing is left untranslated.")
X(TEXT_BLANK, ERROR, "“{0}” is blank in “{1}”: write the text", "‘{0}’ 글의 ‘{1}’ 언어가 비어 있습니다. 글을 적으십시오",
  "A text that holds nothing but white space counts as missing.")
X(TEXT_LANGUAGE, ERROR, "“{0}” is no language of this pack: the languages are {1}",
  "이 자료집의 언어가 아닙니다: ‘{0}’. 쓸 수 있는 언어: {1}",
  "The keys of a text are the languages declared under `languages` (the part before the hyphen), and `source`.")
X(TEXT_KEY_NEAR, ERROR, "“{0}” is no key of a text: did you mean “{1}”?", "글에 쓸 수 없는 키입니다: ‘{0}’. 혹시 ‘{1}’입니까?",
  "The keys of a text are the languages declared under `languages` (the part before the hyphen), and `source`.")
X(NOTE_UNKNOWN, ERROR, "the mark “[^{0}]” has no note: write {1}", "‘[^{0}]’ 표시에 해당하는 각주가 없습니다. 쓸 수 있는 것: {1}",
  "A mark such as [^fees] in a text names a note of that text: `notes: {fees: {en: …, ko: …}}`. [^note] names what `note` says.")
X(NOTE_UNMARKED, ERROR, "the note “{0}” is not marked in “{1}”: write [^{0}] where its number goes",
  "‘{0}’ 각주의 표시가 ‘{1}’ 글에 없습니다. 번호가 놓일 자리에 [^{0}]를 적으십시오",
  "Each note under `notes` is marked in the text of every language. A note without a mark is written as `note`.")
X(NOTE_IN_NOTE, ERROR, "a note cannot have the note “[^{0}]”: put it into the text", "각주 안에는 ‘[^{0}]’ 각주를 달 수 없습니다. 본문에 다십시오",
  "Marks such as [^fees] stand in texts, not in the notes of texts.")
X(NO_SOURCE, ERROR, "“{0}” states something without a source: add `source` with the id of a paragraph",
  "‘{0}’ 글에 출처가 없습니다. `source` 키에 문단의 id를 적으십시오",
  "Every statement of a pack names the paragraph of a source that it rests on.")
X(LANGUAGE_FORM, ERROR, "“{0}” is no language tag: write one such as en-GB or ko-KR",
  "언어 태그가 아닙니다: ‘{0}’. en-GB나 ko-KR처럼 적으십시오",
  "Languages are named by BCP 47 tags: two or three small letters for the language, then, if needed, a hyphen with a "
  "script or a region.")
X(LANGUAGE_TWICE, ERROR, "the language “{0}” is declared twice: keep one of the two", "‘{0}’ 언어를 두 번 선언했습니다. 하나만 남기십시오",
  "The part of the tag before the hyphen is the key of the texts, so it may be declared only once.")
X(LANGUAGE_DIRECTION, REFUSAL, "“{0}” is written from right to left, which cannot be set here: leave the language out",
  "오른쪽에서 왼쪽으로 쓰는 언어는 조판할 수 없습니다: ‘{0}’. 이 언어를 빼십시오",
  "Lines, tables and charts are laid out from left to right. A script of the other direction would come out reversed.")
X(LANGUAGE_COUNT, ERROR, "a pack may declare at most {0} languages: remove some", "자료집의 언어는 최대 {0}개입니다. 줄이십시오",
  "More languages than this cannot be set side by side.")
X(ID_FORM, ERROR, "“{0}” is no id: use small letters a to z, digits and hyphens, beginning with a letter",
  "id로 쓸 수 없습니다: ‘{0}’. 소문자로 시작하고 소문자, 숫자, 붙임표만 쓰십시오",
  "Ids are typed in many places and appear in names of files, so their form is narrow.")
X(ID_TAKEN, ERROR, "the id “{0}” is already taken: choose another", "이미 쓰고 있는 id입니다: ‘{0}’. 다른 id를 고르십시오",
  "An id names one record of the whole pack, whatever its type. The note shows the first record with this id.")
X(REF_UNKNOWN, ERROR, "no {1} has the id “{0}”: add it, or correct the id", "id가 ‘{0}’인 {1} 레코드가 없습니다. 추가하거나 id를 고치십시오",
  "The value must be the id of a record of that type.")
X(REF_NEAR, ERROR, "no {1} has the id “{0}”: did you mean “{2}”?", "id가 ‘{0}’인 {1} 레코드가 없습니다. 혹시 ‘{2}’입니까?",
  "The value must be the id of a record of that type. The nearest id of such a record is shown.")
X(REF_TYPE, ERROR, "“{0}” is the id of {1}: give “{2}” the id of {3}",
  "{1} 레코드의 id입니다: ‘{0}’. ‘{2}’ 키에는 {3} 레코드의 id를 적으십시오",
  "The id exists, but it names a record of another type. The note shows it.")
X(DATE_FORM, ERROR, "“{0}” is no date: write 2023, 2023-11 or 2023-11-22",
  "날짜가 아닙니다: ‘{0}’. 2023, 2023-11, 2023-11-22 가운데 한 형식으로 적으십시오",
  "A date is a year, a year and month, or a full date; its form says how precisely it is known.")
X(DATE_CALENDAR, ERROR, "the calendar has no {0}: correct the date", "달력에 없는 날짜입니다: {0}. 고치십시오",
  "The month or the day of the month does not exist in the Gregorian calendar.")
X(PATH_UNKNOWN, ERROR, "the path “{0}” leads nowhere: there is no “{1}” in {2}; correct it",
  "가리키는 것이 없는 경로입니다: ‘{0}’. {2} 안에 ‘{1}’ 항목이 없습니다. 고치십시오",
  "A path goes from the root of the pack by keys and, in a list of records, by ids: instruments.digital.topics.")
X(PATH_NEAR, ERROR, "the path “{0}” leads nowhere: there is no “{1}” in {2}; did you mean “{3}”?",
  "가리키는 것이 없는 경로입니다: ‘{0}’. {2} 안에 ‘{1}’ 항목이 없습니다. 혹시 ‘{3}’입니까?",
  "A path goes from the root of the pack by keys and, in a list of records, by ids: instruments.digital.topics.")
X(URL_FORM, ERROR, "“{0}” is no web address: write it in full, beginning with https:// or http://",
  "웹 주소가 아닙니다: ‘{0}’. https:// 또는 http://부터 모두 적으십시오",
  "Only complete http and https addresses work as links in the PDF. Spaces and letters beyond ASCII are written in "
  "percent form, a space as %20.")
X(EMAIL_FORM, ERROR, "“{0}” is no mail address: write one such as name@example.org",
  "전자우편 주소가 아닙니다: ‘{0}’. name@example.org처럼 적으십시오",
  "An address has one @ with a name before it and a domain with a dot after it.")
X(PHONE_FORM, ERROR, "“{0}” is no international number: write one such as +82-44-202-4034",
  "국제 전화번호가 아닙니다: ‘{0}’. +82-44-202-4034처럼 적으십시오",
  "A number begins with + and the country code; groups are parted by hyphens or spaces. It has 7 to 15 digits.")
X(CHOICE_FORM, ERROR, "“{0}” is not one of the choices: write {1}", "고를 수 있는 값이 아닙니다: ‘{0}’. 쓸 수 있는 값: {1}",
  "The key allows only the words listed.")
X(CHOICE_NEAR, ERROR, "“{0}” is not one of the choices: did you mean “{1}”?", "고를 수 있는 값이 아닙니다: ‘{0}’. 혹시 ‘{1}’입니까?",
  "The key allows only certain words; the nearest one is shown.")
X(INT_FORM, ERROR, "“{0}” is no whole number: write digits only, without quotation marks",
  "정수가 아닙니다: ‘{0}’. 따옴표 없이 숫자만 적으십시오",
  "Numbers are written without quotation marks, separators or units.")
X(BOOL_FORM, ERROR, "“{0}” is neither true nor false: write one of the two, without quotation marks",
  "true도 false도 아닙니다: ‘{0}’. 둘 가운데 하나를 따옴표 없이 적으십시오",
  "The words yes, no, on and off are texts in YAML 1.2.")
X(FIGURE_NO_VALUE, ERROR, "a figure needs `count` or `value`: add one of them",
  "수치에는 `count`나 `value`가 필요합니다. 하나를 추가하십시오",
  "A figure either counts a list of the pack or gives the number itself.")
X(FIGURE_TWO_VALUES, ERROR, "a figure has either `count` or `value`: remove one of them",
  "수치에는 `count`와 `value` 가운데 하나만 씁니다. 하나를 지우십시오",
  "A number that is given beside a count could contradict it.")
X(FIGURE_COUNT, ERROR, "“{0}” is not a list: name a list whose entries can be counted",
  "목록이 아닙니다: ‘{0}’. 항목을 셀 수 있는 목록을 지정하십시오",
  "`count` gives the length of a list of the pack.")
X(PRIORITY_RANGE, ERROR, "a priority is a whole number from 1 to 9: correct it", "우선순위는 1부터 9까지의 정수입니다. 고치십시오",
  "What has 9 is left out first if a limit of pages needs it; what has 1, or no priority, is never left out.")
X(EVENT_ORDER, WARNING, "this event is earlier than the one before it: put the events in order of time",
  "이 일정이 앞의 일정보다 이릅니다. 날짜순으로 적으십시오",
  "Events are shown in the order of the file. A year or month counts as earlier only if all of it is.")
X(CHART_BY, ERROR, "“{0}” is no list in the records of this chart: write {1}",
  "이 도표의 레코드에 있는 목록이 아닙니다: ‘{0}’. 쓸 수 있는 키: {1}",
  "`by` names a key of the records whose value is a list: of ids in a matrix or network, of anything where it is counted.")
X(CHART_DATA, ERROR, "a {0} chart cannot be drawn from “{1}”: name {2}", "‘{1}’ 자료로는 {0} 도표를 그릴 수 없습니다. 필요한 자료: {2}",
  "Each kind of chart needs data of one form.")
X(CHART_NEEDS, ERROR, "a {0} chart needs the key “{1}”: add it", "{0} 도표에는 ‘{1}’ 키가 필요합니다. 추가하십시오",
  "Each kind of chart has keys that it cannot be drawn without. Numbers stand in `rows` or in a `file`, or are counted with "
  "`data` and `by`.")
X(CHART_KEY_UNUSED, WARNING, "`{0}` has no meaning in a {1} chart: remove it", "{1} 도표에는 `{0}` 키가 쓰이지 않습니다. 지우십시오",
  "A key that changes nothing hides a mistake: the chart may be of another kind than was meant.")
X(CHART_FILE_AND_ROWS, ERROR, "the data stands in `rows` and in a `file`: keep one of the two",
  "자료가 `rows`와 `file`에 모두 있습니다. 하나만 남기십시오", "A chart has one set of rows.")
X(CHART_FILE_NAME, ERROR, "“{0}” is no name of a CSV file beside the pack: write a name such as trade.csv, without a folder",
  "‘{0}’는 자료집 폴더에 있는 CSV 파일 이름이 아닙니다. trade.csv처럼 폴더 없이 적으십시오",
  "The file lies in the folder of the YAML file that names it, so that a pack is complete in itself.")
X(CHART_FILE_EMPTY, ERROR, "“{0}” holds no row of data: write a head and at least one row below it",
  "‘{0}’ 파일에 자료 행이 없습니다. 첫 행에 제목을, 그 아래에 한 행 이상을 적으십시오",
  "The first row of a CSV file names the columns; the data follows.")
X(NUMBER_FORM, ERROR, "“{0}” is no number that can be kept exactly: write digits with a point before decimals, such as 1200 or -12.5",
  "정확히 나타낼 수 있는 수가 아닙니다: ‘{0}’. 1200이나 -12.5처럼 숫자와 소수점만 적으십시오",
  "No separators of groups, no unit, no exponent; at most 12 digits before the point and 3 after it.")
X(CHART_ROW_NEEDS, ERROR, "a row of a {0} chart needs the key “{1}”: add it", "{0} 도표의 행에는 ‘{1}’ 키가 필요합니다. 추가하십시오",
  "A row of numbers needs a label or a date, and its value. A row of a roadmap needs a label and a start, a date or milestones.")
X(CHART_TWO_VALUES, ERROR, "this row has both `value` and `values`: keep one of the two",
  "이 행에는 `value`와 `values`가 모두 있습니다. 하나만 남기십시오", "A row has one value, or one for each of the series.")
X(CHART_TWO_TIMES, ERROR, "this row has both `date` and `start`: keep the date for a single event, the start for a span",
  "이 행에는 `date`와 `start`가 모두 있습니다. 한때의 일이면 date를, 기간이면 start를 남기십시오",
  "A row of a roadmap is an event at one date or a span of time; further dates are its milestones.")
X(CHART_VALUES, ERROR, "this row has {0} values, the chart has {1} series: make them as many",
  "이 행의 값은 {0}개인데 계열은 {1}개입니다. 수를 맞추십시오",
  "Each row has one value for each entry of `series`, in the same order. Without `series` it has one value.")
X(CHART_SERIES, ERROR, "a chart shows at most {0} series; here are {1}: leave some out, or draw several charts",
  "도표에 보일 수 있는 계열은 최대 {0}개입니다. 여기에는 {1}개가 있습니다. 줄이거나 여러 도표로 나누십시오",
  "More than four colours and patterns are not told apart with certainty.")
X(CHART_TOO_FEW, ERROR, "a {0} chart needs at least {1} rows; here are {2}: add rows, or say it in words",
  "{0} 도표에는 행이 적어도 {1}개 필요합니다. 여기에는 {2}개가 있습니다. 행을 더하거나 글로 쓰십시오",
  "A single point makes no line.")
X(CHART_NEGATIVE, ERROR, "a part cannot be negative in a {0} chart: correct it, or draw a bar chart",
  "{0} 도표에서 부분은 음수일 수 없습니다. 고치거나 막대 도표(bar)로 그리십시오",
  "Lengths and counts that are put together to a whole have no place for a negative one.")
X(CHART_BASELINE, ERROR, "a {0} chart always begins at zero: remove `from`, or draw a dot chart",
  "{0} 도표는 항상 0에서 시작합니다. `from`을 지우거나 점 도표(dot)로 그리십시오",
  "Where a length stands for a value, a scale that begins elsewhere shows wrong proportions.")
X(CHART_BELOW_SCALE, ERROR, "this value lies below the beginning of the scale: make `from` smaller",
  "이 값이 눈금의 시작보다 작습니다. `from`을 줄이십시오", "`from` says where the scale of a dot or line chart begins.")
X(CHART_EACH, ERROR, "`each` must be 1 or more: write how many one sign stands for",
  "`each`는 1 이상이어야 합니다. 표시 하나가 나타내는 수를 적으십시오", "Waffle and units charts may let one sign stand for several.")
X(CHART_UNIT, ERROR, "braces in the unit “{0}” are not understood: write {number} once, or {number*10}, {number*100}, {number*1000}",
  "단위 ‘{0}’의 중괄호를 알 수 없습니다. {number}를 한 번 쓰거나 {number*10}, {number*100}, {number*1000}을 쓰십시오",
  "A unit with a place for the number says how each value is written. With a factor it is written in a smaller unit: a "
  "value in millions as {number*100} with the Korean unit of ten thousand.")
X(CHART_SPAN, ERROR, "this ends before it begins: correct one of the dates", "끝나는 날짜가 시작 날짜보다 앞섭니다. 날짜를 고치십시오",
  "A span of a roadmap runs from its start to its end.")
X(CHART_TIME_ORDER, ERROR, "this date does not come after the one before it: put the rows in the order of time",
  "이 날짜가 앞의 날짜보다 뒤가 아닙니다. 행을 시간 순서로 놓으십시오", "A line is read from left to right; each date stands once.")
X(PLACE_DEGREES, ERROR, "`{0}` lies between -{1} and {1} degrees: correct it, and see whether the two are exchanged",
  "`{0}`의 값은 -{1}도에서 {1}도 사이입니다. 고치고, 위도와 경도가 바뀌지 않았는지 확인하십시오",
  "Latitude counts from the equator to the poles, longitude from Greenwich to the other side of the globe.")
X(ARTWORK_FILE, ERROR, "“{0}” is no name of a picture beside the pack: write a name such as logo.svg, without a folder",
  "‘{0}’는 자료집 폴더에 있는 그림 파일 이름이 아닙니다. logo.svg처럼 폴더 없이 적으십시오",
  "The file lies in the folder of the YAML file that names it, so that a pack is complete in itself. Its name ends in .svg, "
  ".png, .jpg or .jpeg.")
X(ARTWORK_NO_ALT, ERROR, "this picture says nothing to those who do not see it: add `alt` in each language, or `decorative: true`",
  "보지 못하는 사람에게 이 그림은 아무것도 알려 주지 않습니다. 언어마다 `alt`를 적거나 `decorative: true`로 표시하십시오",
  "An alternative text says in a few words what the picture shows: “Emblem of the Harbour Office”. A picture that only adorns "
  "the page is marked as decorative and passed over by screen readers.")
X(ARTWORK_ALT_UNUSED, ERROR, "a decorative picture has no alternative text: remove `alt` or `decorative`",
  "장식 그림에는 대체 텍스트가 없습니다. `alt`나 `decorative`를 지우십시오",
  "Screen readers pass over what is decorative, so its text would never be heard.")
X(LOCALE_FORM, ERROR,
  "“{0}” is missing or has the wrong form in the description of the language “{1}”: see the head of the file",
  "‘{1}’ 언어의 설명에서 ‘{0}’ 항목이 없거나 형식이 틀립니다. 파일 첫머리의 설명을 보십시오",
  "The file of languages has a fixed shape, which is described at its head.")

X(TIME_FORM, ERROR, "“{0}” is no time: write a day and a time such as 2023-11-22T15:00",
  "시각이 아닙니다: ‘{0}’. 2023-11-22T15:00처럼 날짜와 시각을 적으십시오",
  "A time of day is written with the day, the letter T, the hour from 00 to 23 and the minute, without a zone; the zone stands beside it.")
X(ZONE_UNKNOWN, ERROR, "“{0}” is no time zone: write a name such as Europe/London or Asia/Seoul",
  "시간대가 아닙니다: ‘{0}’. Europe/London, Asia/Seoul처럼 적으십시오",
  "Time zones have the names of the IANA time zone database, a region and a city. Letters such as GMT or KST mean different things in different places.")
X(ZONE_NEAR, ERROR, "“{0}” is no time zone: did you mean “{1}”?",
  "시간대가 아닙니다: ‘{0}’. 혹시 ‘{1}’입니까?",
  "Time zones have the names of the IANA time zone database, a region and a city, such as Europe/London.")
X(EMBARGO_NEVER, ERROR, "in {1} the clocks are never at {0}, because they are put forward then: write a time before or after",
  "{1}의 시계에는 {0}이 없습니다(시계를 앞당기는 때). 앞이나 뒤의 시각을 적으십시오",
  "When summer time begins, clocks jump over an hour. An embargo cannot end within it.")
X(EMBARGO_TWICE, WARNING, "in {1} the clocks are at {0} twice, because they are put back then; the later time counts: write a time that comes once",
  "{1}의 시계에는 {0}이 두 번 있습니다(시계를 늦추는 때). 나중 시각으로 봅니다. 한 번뿐인 시각을 적으십시오",
  "When summer time ends, an hour comes a second time. The embargo ends with the second.")
X(AUDIENCE_NONE, ERROR, "“{0}” is no audience, for the pack declares none: list them under `audiences`",
  "독자 ‘{0}’: 자료집에 선언된 독자가 없습니다. `audiences`에 적으십시오",
  "A pack lists its audiences, each with an id, under `audiences`. `audience` and --audience name them by that id.")
X(AUDIENCE_UNKNOWN, ERROR, "“{0}” is no audience of this pack: declare it under `audiences`, or write {1}",
  "이 자료집에 없는 독자입니다: ‘{0}’. `audiences`에 선언하거나 {1} 중에서 고르십시오",
  "A pack lists its audiences, each with an id, under `audiences`. `audience` and --audience name them by that id.")
X(AUDIENCE_NEAR, ERROR, "“{0}” is no audience of this pack: did you mean “{1}”?",
  "이 자료집에 없는 독자입니다: ‘{0}’. 혹시 ‘{1}’입니까?",
  "A pack lists its audiences, each with an id, under `audiences`. `audience` and --audience name them by that id.")
X(AUDIENCE_FORM, ERROR, "`audience` names who this is for: write the id of an audience, or a list of them",
  "`audience`에는 이 항목을 볼 독자를 적습니다. 독자의 id나 그 목록을 적으십시오",
  "An `audience` that names nobody would hide what it stands at from everybody. Remove it to show that to all.")
X(AUDIENCE_EMPTY, ERROR, "nothing of this pack is for these readers: build it for one of its audiences with --audience",
  "이 독자에게 보일 내용이 자료집에 없습니다. --audience로 독자를 지정해 만드십시오",
  "Every file of the pack begins with an `audience` that leaves these readers out. Without --audience an edition is for the public.")
X(AUDIENCE_REF, ERROR, "“{0}” is left out of this edition, for it is only for {1}: leave this out for the same readers, or name something else",
  "‘{0}’ 항목은 {1} 전용이라 이 판에서 빠집니다. 여기도 같은 독자로 제한하거나 다른 것을 가리키십시오",
  "What stands here refers to something that these readers do not get to see. The reference would lead nowhere, and its name alone may tell what it should not. Give it the same `audience`.")
X(AUDIENCE_COUNT, WARNING, "“{0}” is counted without what is left out of this edition: check that the number may differ, or write it as `value`",
  "‘{0}’ 개수에는 이 판에서 빠지는 항목이 들지 않습니다. 판마다 달라도 되는지 확인하거나 `value`로 적으십시오",
  "Some entries of the list are for other readers. Whoever knows the whole number learns from this one how much is left out.")
X(AUDIENCE_NAMED, WARNING, "this text names “{0}”, which is left out of this edition: say it in other words, or give the text the same `audience`",
  "이 글에 이 판에서 빠지는 ‘{0}’ 이름이 나옵니다. 다르게 쓰거나 글에 같은 `audience`를 붙이십시오",
  "What has this name is for other readers only, so the name may tell these ones what they should not learn.")
/* ---- template ---- */

X(TEMPLATE_KEY, ERROR, "“{0}” is no key of {1}: use {2}", "‘{0}’ 키는 {1}에 없습니다. 쓸 수 있는 키: {2}",
  "Only the keys of the template language are allowed, so that a misspelt one is not overlooked. See docs/templates.md.")
X(TEMPLATE_BLOCK, ERROR, "no block of that kind may stand in {1}: “{0}” is unknown; use {2}",
  "{1}에 쓸 수 없는 블록입니다: ‘{0}’. 쓸 수 있는 블록: {2}",
  "Each entry of a list of blocks names its kind by one key, such as paragraph or table, or is a loop or a condition.")
X(TEMPLATE_TWO_BLOCKS, ERROR, "this entry is both “{0}” and “{1}”: begin a new entry for each block",
  "한 항목에 ‘{0}’와 ‘{1}’가 함께 있습니다. 블록마다 항목을 나누십시오",
  "An entry holds one block. The second one needs a dash of its own.")
X(TEMPLATE_MISSING, ERROR, "{0} needs the key “{1}”: add it", "{0}에 ‘{1}’ 키가 필요합니다. 추가하십시오",
  "A required key of the template is absent.")
X(TEMPLATE_NOT_MAP, ERROR, "“{0}” must be a mapping: write keys with a colon below it",
  "‘{0}’에는 키와 값을 적어야 합니다. 아래에 키와 쌍점을 적으십시오",
  "The value has another form than the template language asks for here.")
X(TEMPLATE_NOT_LIST, ERROR, "“{0}” must be a list: write a dash before each entry",
  "‘{0}’의 값은 목록이어야 합니다. 항목마다 줄표를 적으십시오",
  "The value has another form than the template language asks for here.")
X(TEMPLATE_NOT_TEXT, ERROR, "“{0}” must be a text: write it on the same line",
  "‘{0}’의 값은 글이어야 합니다. 같은 줄에 적으십시오",
  "The value has another form than the template language asks for here.")
X(TEMPLATE_UNQUOTED, ERROR, "braces without quotation marks are a mapping in YAML: write \"{0}\" in quotation marks",
  "따옴표 없는 중괄호는 YAML의 매핑입니다. \"{0}\"처럼 따옴표로 묶으십시오",
  "A text that begins with a brace must stand in quotation marks, or YAML reads it as a mapping.")
X(TEMPLATE_MEASURE, ERROR, "“{0}” must be a measure: write points such as 10.5, or millimetres such as 20mm",
  "‘{0}’의 값은 길이여야 합니다. 10.5처럼 포인트로, 또는 20mm처럼 밀리미터로 적으십시오",
  "A measure is a decimal number with at most three places. Sizes and leadings are larger than zero.")
X(TEMPLATE_GRID, ERROR, "“{0}” of {1} pt is not a multiple of the grid of {2} pt: use {3}",
  "‘{0}’의 {1}pt는 격자 {2}pt의 배수가 아닙니다. {3}pt를 쓰십시오",
  "Leadings and vertical spaces are multiples of the grid, so that baselines of both languages meet.")
X(TEMPLATE_COLOR, ERROR, "“{0}” must be a colour: write one such as \"#12436d\", or a name of `colors`: {1}",
  "‘{0}’의 값은 색이어야 합니다. \"#12436d\"처럼 적거나 `colors`의 이름을 쓰십시오: {1}",
  "A colour is a hash sign with six hexadecimal digits, in quotation marks, or a name that the template defines.")
X(TEMPLATE_BOOL, ERROR, "“{0}” must be true or false: write one of the two", "‘{0}’의 값은 true나 false여야 합니다",
  "The words yes, no, on and off are texts in YAML 1.2.")
X(TEMPLATE_INT, ERROR, "“{0}” must be a whole number from {1} to {2}", "‘{0}’의 값은 {1}부터 {2}까지의 정수여야 합니다",
  "Numbers are written without quotation marks and units.")
X(TEMPLATE_CHOICE, ERROR, "“{0}” must be one of certain words: use {1}", "‘{0}’에 쓸 수 있는 값은 다음과 같습니다: {1}",
  "The key allows only the words listed.")
X(TEMPLATE_PALETTE, ERROR, "`palette` must hold one to {0} colours: correct the list", "`palette`에는 색을 1개에서 {0}개까지 적습니다",
  "Charts use at most four colours, in the order given.")
X(TEMPLATE_PAGE, ERROR, "the margins of the page “{0}” leave no room for text: make them smaller",
  "‘{0}’ 쪽의 여백 때문에 글을 놓을 자리가 없습니다. 여백을 줄이십시오",
  "A page needs at least an inch of text in each direction, and no margin may be negative.")
X(TEMPLATE_STYLE, ERROR, "no style is called “{0}”: use {1}", "‘{0}’ 스타일이 없습니다. 쓸 수 있는 이름: {1}",
  "Styles are defined under `styles`.")
X(TEMPLATE_LIKE, ERROR, "the style “{0}” is like itself: take `like` out of one style of the circle",
  "‘{0}’ 스타일이 돌아서 자신을 본뜹니다. 한 스타일에서 `like`를 지우십시오",
  "A style may start as another one, but not in a circle.")
X(TEMPLATE_FACE, ERROR, "no face is called “{0}”: use {1}", "‘{0}’ 글꼴이 없습니다. 쓸 수 있는 이름: {1}",
  "Faces are defined under `fonts`.")
X(TEMPLATE_MASTER, ERROR, "no page is called “{0}”: use {1}", "‘{0}’ 쪽이 없습니다. 쓸 수 있는 이름: {1}",
  "Kinds of pages are defined under `masters`.")
X(TEMPLATE_WORD, ERROR, "no word is called “{0}”: use {1}", "‘{0}’ 낱말이 없습니다. 쓸 수 있는 이름: {1}",
  "The template's own labels are defined under `words`.")
X(TEMPLATE_WORD_LANGUAGE, ERROR, "the word “{0}” has no text in “{1}”: add it under `words`",
  "‘{0}’ 낱말에 ‘{1}’ 글이 없습니다. `words`에 추가하십시오",
  "Each word needs a text in each language of the edition.")
X(TEMPLATE_LANGUAGE, ERROR, "“{0}” has no value for the language “{1}”: add one, or one under `default`",
  "‘{0}’에 ‘{1}’ 언어의 값이 없습니다. 추가하거나 `default`에 적으십시오",
  "A value that differs by language needs one for each language of the edition. Texts know no `default`.")
X(TEMPLATE_PACK_LANGUAGE, ERROR, "the pack has no language “{0}”: it has {1}", "자료집에 ‘{0}’ 언어가 없습니다. 있는 언어: {1}",
  "An edition is made in languages that the pack declares under `languages`.")
X(TEMPLATE_LOCALE, ERROR, "the language “{0}” is not described: add it to templates/languages.yaml",
  "‘{0}’ 언어의 설명이 없습니다. templates/languages.yaml에 추가하십시오",
  "Names of months and forms of dates come from that file.")
X(TEMPLATE_EDITION, ERROR, "an edition takes one or two different languages: “{0}” stands twice",
  "한 판에는 서로 다른 언어 하나나 둘을 씁니다. ‘{0}’가 두 번 있습니다", "Name each language once.")
X(TEMPLATE_ELSE, ERROR, "`else` needs `if` or `unless` beside it: add a condition, or remove it",
  "`else` 옆에는 `if`나 `unless`가 있어야 합니다. 조건을 적거나 지우십시오", "`else` holds what is shown where the condition does not hold.")
X(TEMPLATE_EXPRESSION, ERROR, "“{0}” is not understood: write it as in {1}", "‘{0}’의 뜻을 알 수 없습니다. 예: {1}",
  "Places are written {path} or {path|filter}, loops `name in path`, conditions `path`, `path is \"word\"` and so on.")
X(TEMPLATE_BRACE, ERROR, "the brace is not closed: write {0}, or two braces for one that belongs to the text",
  "중괄호가 닫히지 않았습니다. {0}처럼 닫거나, 글에 속한 중괄호이면 두 번 쓰십시오",
  "A place in a text begins with an opening brace and ends with a closing one on the same line.")
X(TEMPLATE_PATH, ERROR, "“{0}”: there is no “{1}” in {2}; use {3}", "‘{0}’ 경로에서 {2}에 ‘{1}’가 없습니다. 쓸 수 있는 이름: {3}",
  "A path begins with a variable of a loop, `words`, `index` or a top-level key of the pack, and goes on by the keys of "
  "the pack format. A key that the pack may leave out is no error; one that does not exist is.")
X(TEMPLATE_PATH_END, ERROR, "“{0}” has nothing below “{1}”: end the path there", "‘{0}’ 경로에서 ‘{1}’ 아래에는 아무것도 없습니다. 거기까지만 적으십시오",
  "Only records have keys; texts, dates and numbers end a path.")
X(TEMPLATE_RECORD, ERROR, "“{0}” is a whole record of type {1}: name one of its keys, such as {2}",
  "‘{0}’는 {1} 레코드 전체입니다. 그 안의 키를 적으십시오: {2}",
  "Only a single value can stand in a text.")
X(TEMPLATE_LIST, ERROR, "“{0}” is a list: loop over it, or add |join or |count", "‘{0}’는 목록입니다. `for`로 돌거나 |join, |count를 붙이십시오",
  "A list cannot stand in a text as it is.")
X(TEMPLATE_TRUTH, ERROR, "“{0}” is true or false: ask for it with `if`", "‘{0}’는 참이나 거짓입니다. `if`로 물으십시오",
  "A truth has no words of its own.")
X(TEMPLATE_LOOP, ERROR, "“{0}” is not a list: a loop needs one", "‘{0}’는 목록이 아닙니다. `for`에는 목록이 필요합니다",
  "Loops run over lists of the pack.")
X(TEMPLATE_FILTER, ERROR, "no filter is called “{0}”: use {1}", "‘{0}’ 필터가 없습니다. 쓸 수 있는 필터: {1}",
  "A filter says how a value is written.")
X(TEMPLATE_FILTER_VALUE, ERROR, "the filter “{0}” does not fit “{1}”: it needs {2}", "‘{0}’ 필터는 ‘{1}’에 맞지 않습니다. 필요한 값: {2}",
  "Filters are made for one type of value each.")
X(TEMPLATE_RUNNING, ERROR, "{{0}} is known only in the running lines of a page: move it there",
  "{{0}}는 쪽의 머리줄과 꼬리줄에서만 쓸 수 있습니다. 그곳으로 옮기십시오",
  "Page numbers and the title of the section are known only where a page is finished.")
X(TEMPLATE_NOT_CHART, ERROR, "“{0}” is no chart or picture: name a record of `charts` or `artwork`",
  "‘{0}’는 도표나 그림이 아닙니다. `charts`나 `artwork`의 레코드를 지정하십시오",
  "A figure draws a chart record of the pack, or shows a picture.")
X(TEMPLATE_NOT_ARTWORK, ERROR, "“{0}” is no picture: name a record of `artwork`", "‘{0}’는 그림이 아닙니다. `artwork`의 레코드를 지정하십시오",
  "A logo is a picture from a file, which a record of `artwork` names.")
X(TEMPLATE_NOT_STATEMENTS, ERROR, "“{0}” is no list of texts: name one", "‘{0}’는 글의 목록이 아닙니다. 글의 목록을 지정하십시오",
  "`paragraphs` and `items` show each text of a list.")
X(TEMPLATE_COLUMNS, ERROR, "the row fills {0} columns, the table has {1}: add or remove cells",
  "행은 {0}칸인데 표는 {1}칸입니다. 칸을 더하거나 빼십시오",
  "Each row of a table fills all of its columns; a cell may span several.")
X(TEMPLATE_ROWS, ERROR, "a cell covers {0} rows more than the table has: make `rows` smaller, or add rows",
  "칸 하나가 표보다 {0}행 더 아래까지 걸칩니다. `rows`를 줄이거나 행을 더하십시오",
  "`rows` of a cell says how many rows it covers, its own among them; those below it leave its columns out.")
X(TEMPLATE_LABEL, ERROR, "the label “{0}” is already taken: make it different in each round of a loop",
  "‘{0}’ 이름표는 이미 쓰였습니다. 반복마다 달라지게 하십시오",
  "A label names one place of the document, so that links can lead there. Put an id into it: \"{topic.id}\".")
X(TEMPLATE_LABEL_UNKNOWN, ERROR, "nothing has the label “{0}”: correct the link, or give a block that label",
  "‘{0}’ 이름표가 없습니다. 링크를 고치거나 블록에 그 이름표를 붙이십시오",
  "A link inside the document leads to the block with that label.")
X(TEMPLATE_REF, ERROR, "no record and no label is called “{0}”: refer to {1}",
  "‘{0}’라는 레코드도 이름도 없습니다. 가리킬 수 있는 것: {1}",
  "A reference in a text names the id of a record of the pack, or the label of a block of the template.")
X(TEMPLATE_REF_EMPTY, ERROR, "the block “{0}” has no words that a reference could show: label its heading instead",
  "‘{0}’라는 블록에는 참조에 쓸 글이 없습니다. 그 제목에 이름을 붙이십시오",
  "A reference shows the words of the block it names. A block without text, or with nothing but that reference, has none.")
X(TEMPLATE_JOSA, ERROR, "the particle {1} has no form after “{{0}}”: its last sound is not known; add `{2}` to the record",
  "‘{{0}}’ 뒤에 올 조사({1})를 정할 수 없습니다. 읽는 법을 알 수 없으니 레코드에 `{2}` 키를 추가하십시오",
  "The form of a Korean particle depends on the last sound before it. How a foreign word is read, the pack must say.")
X(TEMPLATE_LINK, ERROR, "“{0}” is no address for a link: begin it with https://, http://, mailto: or tel:",
  "‘{0}’는 링크 주소가 아닙니다. https://, http://, mailto:, tel: 가운데 하나로 시작하십시오",
  "Links lead to the web, to a mail address or to a telephone number; in templates also to a label, written #label.")
X(TEMPLATE_MARKUP, WARNING, "“{0}” is shown as it stands: only **strong**, *emphasis* and [links](https://example.org) are known",
  "‘{0}’는 적힌 그대로 보입니다. **굵게**, *강조*, [링크](https://example.org)만 쓸 수 있습니다",
  "Other marks of Markdown have no meaning here. Write a backslash before a mark that is meant as a letter.")
X(TEMPLATE_CONTRAST, REFUSAL, "the text of “{0}” has a contrast of {1}:1, and 4.5:1 is needed: change {2} or {3}",
  "‘{0}’ 글의 대비는 {1}:1입니다. 4.5:1 이상이 되도록 {2}나 {3} 색을 바꾸십시오",
  "Text that does not stand out from its ground cannot be read by everyone (WCAG 2.2, 1.4.3).")
X(TEMPLATE_LIMIT, ERROR, "the template makes more than {0} blocks of this pack: use fewer loops inside loops",
  "이 템플릿은 블록을 {0}개 넘게 만듭니다. 반복 안의 반복을 줄이십시오",
  "No document needs so many blocks; the limit protects against files made to exhaust the machine.")
X(MARKING_UNKNOWN, ERROR, "“{0}” is no known marking: write {1}, or the text in each language",
  "알려진 표시가 아닙니다: ‘{0}’. {1} 중에서 고르거나 언어별로 글을 적으십시오",
  "templates/languages.yaml has a form of each known marking in every language, as a phrase whose key begins with marking_.")

/* ---- lint ---- */

X(PARITY_NUMBER, ERROR, "{1} has “{0}”, {2}: make both sides agree", "{1} ‘{0}’, {2}: 양쪽을 맞추십시오",
  "A number of one language has no equal in the other. Digits, words, ordinals, 만 and million, native Korean numerals "
  "and their counters are compared by value.")
X(PARITY_DATE, ERROR, "{1} has “{0}”, {2}: give the same date on both sides", "{1} ‘{0}’, {2}: 양쪽의 날짜를 맞추십시오",
  "A date or a day of the week of one language has no equal in the other. All usual forms are known; a part of a date that "
  "stands right beside it in the same text may be left out.")
X(PARITY_TIME, ERROR, "{1} has “{0}”, {2}: give the same time on both sides", "{1} ‘{0}’, {2}: 양쪽의 시각을 맞추십시오",
  "A time of day or a time zone of one language has no equal in the other.")
X(PARITY_MONEY, ERROR, "{1} has “{0}”, {2}: give the same sum and currency on both sides",
  "{1} ‘{0}’, {2}: 양쪽의 금액과 통화를 맞추십시오",
  "Sums are compared by amount and currency: £1.6 million and 160만 파운드 are the same.")
X(PARITY_MEASURE, ERROR, "{1} has “{0}”, {2}: give the same unit on both sides", "{1} ‘{0}’, {2}: 양쪽의 단위를 맞추십시오",
  "The same number stands with two different units.")
X(PARITY_LIMIT, WARNING, "{1} has “{0}”, {2}: say on both sides, or on neither, that it is about, more or less than that",
  "{1} ‘{0}’, {2}: 약, 이상, 이하 등을 양쪽에 똑같이 적으십시오",
  "A number is approximate or a limit in one language and exact in the other.")
X(PARITY_NAME, WARNING, "{1} names “{0}”, {2}: write “{3}” there, or leave the name out here",
  "{1} ‘{0}’, {2}: 그쪽에 ‘{3}’라고 적거나 여기서 빼십시오",
  "A party, body, person, instrument or forum of the pack is named in one language only. Its full name, its short form and "
  "its acronym count alike.")
X(PARITY_TERM, WARNING, "{1} has the term “{0}”, {2}: use “{3}” there as the glossary has it",
  "{1} 용어 ‘{0}’, {2}: 용어집대로 그쪽에 ‘{3}’라고 적으십시오",
  "A term of the glossary stands in one language, and none of its renderings in the other. Terms that the pack itself "
  "renders in other ways more often than not are not asked for.")
X(PARITY_ACRONYM, WARNING, "{1} has “{0}”, {2}: write it there too, or add it to the glossary with its rendering",
  "{1} ‘{0}’, {2}: 그쪽에도 적거나 용어집에 양쪽 표기를 추가하십시오",
  "An acronym or a word in Latin letters is answered by the same letters, by the words whose initials it is, by the glossary "
  "or by Hangul that spells its sounds.")
X(PARITY_NEGATION, WARNING, "{1} denies something (“{0}”), {2}: check that both say yes or both say no",
  "{1}에는 부정 표현(‘{0}’), {2}: 양쪽의 긍정·부정이 같은지 확인하십시오",
  "A sentence has a negation in one language and no word in the other that could be one.")
X(PARITY_ADDRESS, ERROR, "{1} has “{0}”, {2}: give the same address on both sides", "{1} ‘{0}’, {2}: 양쪽의 주소를 맞추십시오",
  "Web and mail addresses must be the same letter by letter, telephone numbers digit by digit.")
X(PARITY_MARK, WARNING, "{1} has the mark “{0}”, {2}: set it on both sides or on neither", "{1} 표시 ‘{0}’, {2}: 양쪽에 똑같이 표시하십시오",
  "Emphasis (**, * or _) or the mark of a note (*, [^id]) stands in one language only.")
X(PARITY_REF, WARNING, "{1} refers to “{0}”, {2}: refer to the same on both sides", "{1} 참조 ‘{0}’, {2}: 양쪽에서 같은 곳을 참조하십시오",
  "A reference {ref:ID} of one language has no equal in the other. What the reference shows (its name, a particle) may differ.")
X(PARITY_QUOTE, WARNING, "{1} has quotation marks, {2}: quote {0} on both sides or on neither",
  "{1} 따옴표, {2}: 양쪽 모두 따옴표를 쓰거나 모두 쓰지 마십시오({0})",
  "What is quoted in one language must be quoted in the other. Korean may set off names by single marks or corner brackets "
  "where English has none.")
X(PARITY_BRACKET, WARNING, "{1} has “{0}”, {2}: say it on both sides", "{1} ‘{0}’, {2}: 양쪽에 모두 적으십시오",
  "What stands in brackets in one language has no brackets in the other. Acronyms, days of the week and addresses do not "
  "count.")
X(PARITY_SERIES, WARNING, "{1} lists more than {2} (“{0}”): see whether one is missing there",
  "{1} 나열(‘{0}’)이 {2}보다 깁니다. 빠진 항목이 있는지 보십시오",
  "An enumeration in one language has more items than the other can have: commas, words for “and”, middle dots and endings "
  "that join are counted in each sentence.")
X(PARITY_UNTRANSLATED, WARNING, "this text is not in {0}: translate it", "{0}로 된 글이 아닙니다. 번역하십시오",
  "The text stands in the letters of another language.")
X(PARITY_LENGTH, WARNING, "{0} is much shorter here than it usually is in this pack: see whether something is missing",
  "이 글의 {0} 쪽이 이 자료집의 다른 글에 비해 훨씬 짧습니다. 빠진 내용이 없는지 확인하십시오",
  "The proportion of the two texts is far from the usual one of the pack, or less far and one side has fewer sentences.")
X(PARITY_SENTENCE, WARNING, "{0} has fewer sentences than the other language: see whether one is missing",
  "{0} 쪽의 문장이 더 적습니다. 빠진 문장이 없는지 확인하십시오",
  "Nearly all texts of the pack have as many sentences in one language as in the other, and this one has not.")
X(PARITY_STALE, WARNING,
  "{0} was changed after both languages were accepted, {1} was not: see whether they still agree, then accept them again",
  "양쪽을 확인한 뒤 {0}만 바뀌고 {1}는 그대로입니다. 여전히 맞는지 보고 다시 확인 처리하십시오",
  "`check --accept` keeps a hash of both sides of each text that was read and accepted. One of them differs now.")
X(REVIEWED_FORM, WARNING, "this line is not understood: write the file anew with `bifolio check --accept`",
  "이 줄을 이해할 수 없습니다. `bifolio check --accept`로 파일을 새로 쓰십시오",
  "A line holds a path, and for each of two languages its key and the sixteen digits of a hash.")
X(FACT_WEEKDAY, ERROR, "{0} is a {1}: correct the day of the week or the date", "{0}: {1}입니다. 요일이나 날짜를 고치십시오",
  "The day of the week beside a date is not the one of the calendar.")
X(FACT_DATE, ERROR, "the calendar has no {0}: correct the date", "달력에 없는 날짜입니다: {0}. 고치십시오",
  "A date in a text has a day that its month does not have.")
X(FACT_COUNT, WARNING, "“{0}” here, but the pack has {2} of “{1}”: make them agree",
  "여기에는 ‘{0}’, 자료집의 ‘{1}’ 수는 {2}입니다. 수를 맞추십시오",
  "A text gives a number of things that the pack itself counts: by a figure, or by a list with a title beside it such as "
  "topics and topics_title.")
X(FACT_PREPARED, WARNING, "the pack was prepared before one of its sources was published: correct one of the dates",
  "자료집을 작성한 날이 출처의 발행일보다 이릅니다. 한쪽 날짜를 고치십시오",
  "Nothing in a pack can be newer than the day on which it was prepared.")
X(TERM_AVOID, WARNING, "the glossary forbids “{0}”: write “{1}”", "용어집에서 쓰지 않기로 한 말입니다: ‘{0}’. ‘{1}’로 적으십시오",
  "A term of the glossary lists this rendering under `avoid`.")
X(TERM_ACRONYM, STYLE, "“{0}” stands here for the first time and is not explained: write “{1} ({0})”",
  "‘{0}’가 설명 없이 처음 나옵니다. ‘{1}({0})’처럼 적으십시오",
  "An acronym follows its long form in brackets where it first stands in running text. Acronyms of the parties need none.")
X(NAME_SPELLING, WARNING, "“{0}” is nearly “{1}”: spell the name as the pack has it", "‘{0}’ 표기가 ‘{1}’과 조금 다릅니다. 자료집의 표기대로 적으십시오",
  "The other language names a party, body or person of the pack here, and this word differs from the name by a letter or two.")
X(TERM_LONG, WARNING, "“{0}” stands in brackets, but not after “{1}”: write the long form before it",
  "괄호 안의 ‘{0}’ 앞에 ‘{1}’이 없습니다. 온전한 이름을 앞에 적으십시오",
  "A short form in brackets follows the long form that the pack has for it.")
X(STYLE_RULE, STYLE, "{1} (rule {0})", "{1} (규칙 {0})",
  "A rule of the house style in data/rules/ is broken. `check --fix` corrects what it can without changing the meaning. A pack "
  "chooses its rules under `house_style` and turns single ones off under `house_style_off`.")
X(RULE_UNKNOWN, WARNING, "no rule or house style is called “{0}”: did you mean “{1}”?", "없는 규칙이나 표기법입니다: ‘{0}’. 가까운 이름: ‘{1}’",
  "`house_style` names files of data/rules/ without their ending, `house_style_off` the ids of rules in them.")
X(RULE_FORM, ERROR, "the house style is not understood here ({0}): see the head of data/rules/en-GB.yaml",
  "사내 표기 규칙의 이 부분({0})을 이해할 수 없습니다. data/rules/en-GB.yaml 첫머리를 보십시오",
  "Each rule has an id, a pattern in the syntax of ICU, messages in both languages, and a text that breaks it beside the same "
  "put right.")
X(TERM_SPELLING, STYLE, "“{0}” is spelled “{1}” in the pack’s own records: use one spelling", "자료집의 표기는 ‘{1}’입니다. ‘{0}’ 표기를 맞추십시오",
  "Spaces, hyphens and middle dots of a name or term are the same everywhere in a pack.")

/* ---- text ---- */

X(TEXT_FONT_FILE, SYSTEM, "the font {0} cannot be read ({1}): check its path in the template",
  "글꼴 {0}을 읽을 수 없습니다({1}). 템플릿의 경로를 확인하십시오",
  "Paths of fonts are taken from the folder fonts/ unless they begin with a slash.")
X(TEXT_FONT_FORM, ERROR, "{0} has no TrueType outlines (.otf files and most .ttc files have CFF ones): use a .ttf file with glyf outlines",
  "{0}에는 트루타입 윤곽선이 없습니다(.otf와 대부분의 .ttc는 CFF 윤곽선). glyf 윤곽선이 있는 .ttf 파일을 쓰십시오",
  "Fonts are embedded as TrueType subsets. Fonts with CFF outlines (most .otf files, the Noto CJK collections) and bitmap "
  "fonts cannot be.")
X(TEXT_NO_GLYPH, REFUSAL, "neither {2} nor its fallback fonts have the character {0} ({1}): replace it, or add a font that has it in the template",
  "{2}와 그 대체 글꼴에 {0} ({1}) 문자가 없습니다. 다른 문자로 바꾸거나 이 문자가 있는 글꼴을 템플릿에 추가하십시오",
  "A page never shows the empty box of a missing glyph. Each character is reported once for each list of fonts.")
X(TEXT_DIRECTION, REFUSAL, "the character {0} ({1}) is written from right to left, which cannot be set here: replace it",
  "오른쪽에서 왼쪽으로 쓰는 글자 {1}({0})은 조판할 수 없습니다. 다른 글자로 바꾸십시오",
  "Lines run from left to right. Words of Arabic, Hebrew and other scripts of the other direction would come out reversed.")
X(TEXT_OVERFULL, WARNING, "“{1}” is {0} pt wider than its column: shorten it, or widen the column",
  "‘{1}’의 너비가 단보다 {0}pt 넓습니다. 줄이거나 단을 넓히십시오",
  "The words can be broken nowhere else: names, numbers with their units and parts joined by no-break spaces stay whole.")
X(TEXT_LOOSE, WARNING, "a line here would be stretched too far and is set ragged: change the wording, or widen the column",
  "여기의 한 줄은 낱말 사이가 너무 벌어져 왼쪽 맞춤으로 두었습니다. 글을 고치거나 단을 넓히십시오",
  "In a justified paragraph the spaces of a line may grow to three times their width, no more.")
X(TEXT_NO_PATTERNS, WARNING, "there are no hyphenation patterns for {0}: install {1}, or turn hyphenation off in the template",
  "{0}의 분철 자료가 없습니다. {1} 파일을 설치하거나 템플릿에서 분철을 끄십시오",
  "Without patterns words are not divided and lines are more uneven. On Debian the patterns for British English are in "
  "the package hyphen-en-gb.")

/* ---- chart ---- */

X(CHART_EMPTY, ERROR, "“{0}” holds nothing to draw: add a record to it, or remove the chart",
  "‘{0}’에 그릴 내용이 없습니다. 레코드를 추가하거나 도표를 지우십시오",
  "A chart is drawn from the records of a list, or from the bodies before and after. An empty list gives no chart.")
X(CHART_NO_LABEL, ERROR,
  "records of type {0} have neither short, name nor title to label them with: draw the chart from other records",
  "{0} 레코드에는 도표에 쓸 short, name, title 항목이 없습니다. 다른 레코드로 도표를 그리십시오",
  "Everything a chart draws is labelled in words, in each language of the edition.")
X(CHART_NO_PHRASE, ERROR,
  "the language “{1}” has no phrase “{0}”, which this chart needs: add it to templates/languages.yaml",
  "‘{1}’ 언어에 이 도표에 필요한 문구 ‘{0}’ 항목이 없습니다. templates/languages.yaml에 추가하십시오",
  "What a chart says besides the data of the pack, such as its alternative text, comes from the file of languages.")
X(CHART_TOO_TALL, WARNING,
  "the chart is {0} pt higher than the {1} pt it has: show fewer records, shorten the texts, or give it more room",
  "도표가 주어진 높이 {1}pt보다 {0}pt 높습니다. 레코드를 줄이거나 글을 짧게 하거나 자리를 늘리십시오",
  "A chart is set closer to fit its room, but not so close that it is hard to read.")
X(CHART_TOO_MANY, ERROR, "a {0} chart shows at most {1} rows; here are {2}: divide the data, or show it as a table",
  "{0} 도표에 보일 수 있는 행은 최대 {1}개입니다. 여기에는 {2}개가 있습니다. 자료를 나누거나 표로 보이십시오",
  "A chart with more rows than this is no longer read at a glance; a table serves better.")
X(CHART_CROWDED, ERROR, "the name “{0}” has no free place on the map: show fewer places, shorten names, or draw several maps",
  "지도에 ‘{0}’ 이름을 놓을 자리가 없습니다. 장소를 줄이거나 이름을 짧게 하거나 지도를 나누십시오",
  "Dots stand apart, and a name stands beside its dot and meets no other name or dot.")
X(CHART_LAND, ERROR, "maps cannot be drawn: the file templates/land.txt holds no outlines here; take it from the distribution",
  "지도를 그릴 수 없습니다. templates/land.txt 파일의 이 자리에 윤곽이 없습니다. 배포본의 파일을 쓰십시오",
  "The outlines of land are data beside the templates: one ring of longitude,latitude in tenths of a degree on each line.")
X(CHART_REFERENCE, ERROR, "“{0}” names no record that a drawing can call by name: write the words themselves",
  "‘{0}’는 그림에 이름을 적을 수 있는 레코드가 아닙니다. 글을 직접 적으십시오",
  "In a drawing a reference becomes the name of the record, with a particle if it asks for one and the pack says how the name "
  "is read. A label of the template has no name.")
X(CHART_LONG_LABEL, ERROR, "the label “{0}” takes {1} lines: shorten it to what fits into {2}",
  "‘{0}’ 이름이 {1}줄을 차지합니다. {2}줄에 들어가게 줄이십시오",
  "Labels of rows and columns are read at a glance. What must be said at length belongs into the text.")
X(CHART_MANY_SIGNS, ERROR, "{0} signs are too many to count; at most {1} are drawn: let one stand for more with `each`",
  "표시 {0}개는 세기에 너무 많습니다. 최대 {1}개입니다. `each`로 표시 하나가 더 많이 나타내게 하십시오",
  "A chart of counted signs is read by counting them.")
X(CHART_TOO_NARROW, REFUSAL, "the labels of the chart do not fit into {0} pt: shorten the names, or give the chart more width",
  "도표의 글이 너비 {0}pt에 들어가지 않습니다. 이름을 줄이거나 도표의 너비를 늘리십시오",
  "Labels are set in the size the template gives and broken between words only. They are neither shrunk nor cut.")
X(CHART_SMALL_TEXT, REFUSAL, "chart text of {0} pt is too small to read: set at least {1} pt in the template's chart theme",
  "도표 글 크기 {0}pt는 읽기에 너무 작습니다. 템플릿의 도표 설정에서 {1}pt 이상으로 정하십시오",
  "Text in charts is never smaller than 9 pt at its final size.")
X(CHART_TEXT_CONTRAST, REFUSAL, "chart text {0} on {1} has a contrast of {2} to 1 and needs {3}: change one of the colours in the template",
  "도표 글 색 {0}과 바탕색 {1}의 대비는 {2}:1입니다. {3}:1 이상이 되도록 템플릿에서 색을 바꾸십시오",
  "WCAG 2.2, success criterion 1.4.3: 4.5 to 1, or 3 to 1 from 18 pt (14 pt if bold).")
X(CHART_FILL_CONTRAST, REFUSAL, "the chart colours {0} and {1} meet with a contrast of {2} to 1 and need {3}: change one of them in the template",
  "도표에서 맞닿은 색 {0}과 {1}의 대비는 {2}:1입니다. {3}:1 이상이 되도록 템플릿에서 색을 바꾸십시오",
  "WCAG 2.2, success criterion 1.4.11: what carries meaning stands out from what it touches by 3 to 1.")

/* ---- layout ---- */

X(LAYOUT_TOO_LONG, REFUSAL, "this takes {0} pages where {1} are allowed: shorten it by so many lines: {2}, or allow more pages",
  "{1}쪽까지 허용되지만 {0}쪽이 필요합니다. 다음 줄 수만큼 줄이거나 쪽수를 늘리십시오: {2}",
  "`max_pages` of a section or --pages sets a limit for each language; where both share the pages, it is doubled. The finding stands at the first block that no longer fits; the lines to save are lines of the document's own text.")
X(LAYOUT_LEVERS, STYLE, "to keep to the limit of {0} pages, {1}: shorten the text if it should be set as wide as usual",
  "쪽수 한도({0}쪽)를 지키려고 다음과 같이 조정했습니다: {1}. 원래대로 실으려면 글을 줄이십시오",
  "A limit of pages is a promise: spaces, and then type within the template's limits, give way as little as will do, alike in all languages.")
X(LAYOUT_CUT, WARNING, "to keep to the limit of {0} pages, {1}: look whether what is left is what you want to say",
  "쪽수 한도({0}쪽)를 지키려고 다음과 같이 조정했습니다: {1}. 남은 내용이 맞는지 확인하십시오",
  "Shorter forms of texts are shown, and then what the pack or the template marks as less important is left out, only if closer setting does not do.")
X(LAYOUT_TOO_TALL, REFUSAL, "this is {0} pt high and cannot be divided, the page has room for {1} pt: make it smaller or split it",
  "높이가 {0} pt이고 나눌 수 없지만 쪽의 본문 높이는 {1} pt입니다. 줄이거나 나누십시오",
  "Charts, rows of figures and lines are never cut in two.")
X(LAYOUT_FIGURE_TALL, REFUSAL, "the chart is {0} pt high however close it is set, and a page has room for {1} pt: {2}",
  "도표를 가장 촘촘히 그려도 높이가 {0} pt인데 쪽에 남는 높이는 {1} pt입니다. {2}",
  "A chart is set closer so that it fits on one page with its caption and source, and is never cut in two.")
X(LAYOUT_FIGURE_APART, WARNING, "the chart is {0} pt too high to share a page with the heading above it: show fewer rows or shorten its texts",
  "도표가 {0} pt만큼 높아서 위의 제목과 한 쪽에 실을 수 없습니다. 행을 줄이거나 글을 짧게 하십시오",
  "A chart is set closer so that it stays with its heading. This one stays with its caption and stands on the next page.")
X(LAYOUT_PICTURE_COARSE, WARNING, "the picture has {0} dots an inch at this size: give it at least {1} pixels in width, or show it smaller",
  "이 크기에서 그림의 해상도가 인치당 {0}점입니다. 너비를 {1}픽셀 이상으로 하거나 더 작게 나타내십시오",
  "Below 150 dots an inch pixels are seen in print. A drawing as SVG is sharp at any size.")
X(LAYOUT_TABLE_WIDE, REFUSAL, "the table needs at least {0} pt but the text is {1} pt wide: drop a column or shorten its longest word",
  "표의 최소 너비는 {0} pt이지만 본문 너비는 {1} pt입니다. 열을 줄이거나 가장 긴 낱말을 줄이십시오",
  "A column is never narrower than the longest unbreakable word in it.")
X(LAYOUT_NO_MASTER, ERROR, "there is no page master \"{0}\": name one of the template's `pages`",
  "없는 쪽 양식입니다: {0}. 템플릿의 `pages`에 있는 이름을 쓰십시오",
  "A section opens pages of a master by its name.")
X(LAYOUT_NO_ROOM, ERROR, "the margins of page master \"{0}\" leave no room for text: make them smaller",
  "쪽 양식 {0}의 여백 때문에 본문 자리가 없습니다. 여백을 줄이십시오",
  "The text area is what the margins leave; in a parallel edition it is divided by the gap.")
X(LAYOUT_NO_DESTINATION, ERROR, "a link leads to \"{0}\", which is not in this document: give a block that label, or drop the link",
  "이 문서에 없는 곳({0})으로 가는 링크입니다. 해당 블록에 label을 주거나 링크를 지우십시오",
  "Links inside the document lead to labels of blocks that are shown in it.")
X(LAYOUT_SAME_LABEL, ERROR, "a second block has the label \"{0}\": labels are unique in a document",
  "같은 label({0})을 가진 블록이 또 있습니다. 문서 안에서 label은 하나뿐이어야 합니다",
  "In a loop, make the label from the record's id.")
X(LAYOUT_RUN_PLACE, ERROR, "the page's number is known only in running heads and feet: move it there",
  "쪽 번호는 머리글과 바닥글에서만 쓸 수 있습니다. 그곳으로 옮기십시오",
  "Page numbers, page totals and section titles depend on where a page ends, so the text itself cannot contain them.")
X(LAYOUT_NOTE_PLACE, ERROR, "a note cannot be marked here: mark it in the text of a block",
  "여기에는 주석 표시를 둘 수 없습니다. 블록의 본문에 두십시오",
  "Notes stand at the foot of the page of their mark, so running lines and notes themselves cannot have any.")
X(LAYOUT_NOTE_TEXT, ERROR, "this note says nothing in the language \"{0}\", where it is marked: write its text, or drop the mark",
  "표시가 있는 언어({0})로 쓴 주석 내용이 없습니다. 내용을 쓰거나 표시를 지우십시오",
  "A note has a text in each language in which it is marked.")
X(LAYOUT_EMPTY, ERROR, "there is nothing to show: add blocks to the body of the template", "보여 줄 것이 없습니다. 템플릿의 body에 블록을 추가하십시오",
  "All blocks of the template are empty with this pack: a section without `do`, loops over what the pack leaves out.")
X(LAYOUT_RUNNING_CUT, WARNING, "a running line of page master \"{0}\" is too long and was shortened: shorten the text",
  "쪽 양식 {0}의 머리글 또는 바닥글이 길어 줄였습니다. 글을 줄이십시오",
  "What stands at the left and at the right of a running line must fit beside each other.")
X(LAYOUT_MARK_ROOM, REFUSAL, "pages of “{0}” have no free place for what marks them: make the margin at their head or foot larger",
  "‘{0}’ 쪽에는 표시를 넣을 빈자리가 없습니다. 위아래 여백을 늘리십시오",
  "A marking stands in the margin above the text, an embargo in that below it, clear of running lines and decorations of the page master and of the edge of the paper.")

/* ---- pdf ---- */

X(PDF_HEADING_GAP, REFUSAL, "this heading has level {0} where no level below {1} may follow: make it level {1}, or add the heading between",
  "제목 수준을 건너뛰었습니다(지금 수준: {0}, 여기에 올 수 있는 가장 깊은 수준: {1}). 수준을 낮추거나 중간 제목을 넣으십시오",
  "Headings begin at level 1 and go down by one level at a time: screen readers find their way by them, and PDF/UA-1 "
  "forbids gaps. The level is set in the template.")
X(PDF_NO_ALT, REFUSAL, "the figure has no alternative text: give one in each language",
  "그림에 대체 텍스트가 없습니다. 언어마다 대체 텍스트를 적으십시오",
  "Whoever cannot see a figure is read its alternative text. PDF/UA-1 does not allow a figure without one.")
X(PDF_NO_MEANING, REFUSAL, "an abbreviation is said to stand for nothing: give the long form of the term, or remove its short form",
  "약어의 원말이 비어 있습니다. 용어의 긴 형태를 적거나 짧은 형태를 지우십시오",
  "Where an abbreviation is used first the file says what it stands for. A screen reader would say nothing in its place.")
X(PDF_MARK_LOST, REFUSAL, "page {0} lacks what every page is marked with, in \"{1}\": this is a fault of the program, tell its makers",
  "{0}쪽에 모든 쪽에 있어야 할 표시({1})가 없습니다. 프로그램의 결함이니 만든 이에게 알려 주십시오",
  "A marking or an embargo stands on every page, and on the first where it is read. The writer looks for it before it writes a file.")
X(PDF_TABLE_UNEVEN, REFUSAL, "this row has {0} columns where the rows above have {1}: complete it, or set the span of its cells",
  "이 행은 {0}열인데 위의 행은 {1}열입니다. 칸을 채우거나 칸의 span을 고치십시오",
  "All rows of a table have the same number of columns; a cell may span several. Otherwise a screen reader cannot tell "
  "which header belongs to a cell.")
X(PDF_LINK_SILENT, REFUSAL, "the link says nothing about where it leads: give it a text",
  "링크에 목적지를 알리는 글이 없습니다. 링크의 글을 적으십시오",
  "PDF/UA-1 wants a description of each link. It is made from the link's text.")
X(PDF_LINK_NOWHERE, REFUSAL, "no part of this edition is named “{0}”: correct the name, or take out the link",
  "이 판에 없는 이름입니다: ‘{0}’. 이름을 고치거나 링크를 빼십시오",
  "A link inside the document leads to a block with that label, and the block must be part of the same edition.")
X(PDF_NO_TITLE, REFUSAL, "the document has no title in the language {0}: give the template a title",
  "문서에 {0} 언어의 제목이 없습니다. 템플릿에 제목을 적으십시오",
  "The title is what a reader's window shows and what an archive files the document under; PDF/UA-1 wants one.")
X(PDF_PAGE_SIZE, REFUSAL, "a page of {0} by {1} pt cannot be archived: each side must be from 3 to 14400 pt",
  "{0}×{1}pt 크기의 쪽은 보존 형식에 맞지 않습니다. 각 변을 3~14400pt로 정하십시오",
  "PDF/A sets these limits. Page sizes are set in the template.")
X(PDF_TEXT_LONG, REFUSAL, "this text is longer than {0} bytes: shorten it",
  "이 글은 {0}바이트보다 깁니다. 줄이십시오",
  "PDF/A limits the length of a string. It applies to titles, alternative texts, addresses and the texts of links and of the outline, "
  "not to paragraphs.")
X(PDF_SUBSET, SYSTEM, "the font {0} cannot be embedded: replace its file with a sound one",
  "{0} 글꼴을 포함할 수 없습니다. 온전한 글꼴 파일로 바꾸십시오",
  "The part of the font that the document uses is taken out of its file and embedded. It must be a TrueType font with outlines.")
X(PDF_NESTING, REFUSAL, "the structure would have {0} in {1}, where a screen reader expects none: take it out of there in the template",
  "구조에서 {1} 안에 {0} 요소가 들어갑니다. 화면 낭독기가 읽지 못하는 자리이므로 템플릿에서 빼십시오",
  "Elements stand where the format wants them: rows in tables, items in lists. If the template asks for nothing unusual, the "
  "fault is the program's; please report it.")
X(PDF_INCOMPLETE, REFUSAL, "the structure would have {0} without {1}: give it content in the template",
  "구조에서 {0} 요소에 {1} 요소가 없습니다. 템플릿에서 내용을 넣으십시오",
  "A list has items, a row has cells, an entry of the contents leads somewhere. If the template asks for nothing unusual, the "
  "fault is the program's; please report it.")
X(PDF_TABLE_HEAD, REFUSAL, "the table has a {0} where none may follow: give it one head, above all rows",
  "표의 {0} 자리가 잘못되었습니다. 머리 행은 하나만, 모든 행의 위에 두십시오",
  "A table has one head or none, and with a head all other rows stand in its body.")
X(PDF_LAYOUT, REFUSAL, "the pages and their structure do not agree ({0}), which is a fault of the program: report it with this pack",
  "쪽과 구조가 맞지 않습니다({0}). 프로그램의 오류이므로 이 자료와 함께 알려 주십시오",
  "Whoever listens to the document would miss something or hear it in the wrong place, so it is not written. The place is the "
  "part of the pack or template that was being laid out.")
X(PDF_NO_GLYPH, REFUSAL, "a character here has no glyph in {0}: replace it, or add a font that has it in the template",
  "여기의 문자가 {0} 글꼴에 없습니다. 다른 문자로 바꾸거나 이 문자가 있는 글꼴을 템플릿에 추가하십시오",
  "A page never shows the empty box of a missing glyph.")
X(PDF_LANG, REFUSAL, "“{0}” is no language tag: write one such as en-GB in templates/languages.yaml",
  "‘{0}’는 언어 태그가 아닙니다. templates/languages.yaml에 en-GB와 같은 태그를 적으십시오",
  "Screen readers choose their voice by the tag (BCP 47): two or three letters, then perhaps a hyphen and a country.")
X(PDF_DATE, REFUSAL, "{0} seconds since 1970 is no date of the years 1970 to 9999: correct SOURCE_DATE_EPOCH or the pack's date",
  "1970년부터 {0}초는 1970년에서 9999년 사이의 날짜가 아닙니다. SOURCE_DATE_EPOCH나 자료의 날짜를 고치십시오",
  "The metadata of the PDF name the day on which it was made, as SOURCE_DATE_EPOCH or the pack says.")
X(PDF_ATTACHMENT, REFUSAL, "the file {0} cannot be attached: give each file of the pack a name of its own",
  "{0} 파일을 첨부할 수 없습니다. 자료의 파일마다 고유한 이름을 지정하십시오",
  "PDF/A wants a name, a type and a purpose for each attached file, and no two have the same name.")
X(PDF_LIBRARY, SYSTEM, "what reads, locks and signs finished PDFs cannot be used ({0}): install libqpdf29 and libssl3",
  "완성된 PDF를 읽고 잠그고 서명하는 라이브러리를 쓸 수 없습니다({0}). libqpdf29와 libssl3을 설치하십시오",
  "Only extract, sign and --password-file need libqpdf, and only sign needs OpenSSL.")
X(PDF_UNREADABLE, SYSTEM, "{0} cannot be read as a PDF ({1}): give a whole PDF file",
  "{0}을 PDF로 읽을 수 없습니다({1}). 온전한 PDF 파일을 지정하십시오",
  "The file is damaged, or is no PDF.")
X(PDF_LOCKED, ERROR, "{0} is locked: give its password with --password-file",
  "{0}은 잠겨 있습니다. --password-file로 암호를 지정하십시오",
  "The file can only be read with its password. It is taken from a file, so that no list of processes shows it.")
X(PDF_UNSIGNABLE, ERROR, "{0} cannot be signed ({1}): build it anew with bifolio, without a password",
  "{0}에 서명할 수 없습니다({1}). bifolio로 암호 없이 다시 만드십시오",
  "A signature is put behind a file as bifolio builds it. It is the only one, and comes last.")
X(SIGN_KEY, ERROR, "{0} gives no signature ({1}): give a PKCS #12 file with an RSA or EC key and its certificate, and its password",
  "{0}로 서명할 수 없습니다({1}). RSA나 EC 키와 인증서가 든 PKCS #12 파일과 그 암호를 지정하십시오",
  "--key names the file, usually one that ends in .p12 or .pfx; --password-file names the file with its password.")
X(PDF_NO_SOURCES, ERROR, "{0} holds no attached files: give a PDF that bifolio has made",
  "{0}에 첨부 파일이 없습니다. bifolio가 만든 PDF를 지정하십시오",
  "A pack's sources are attached to each PDF that is built from it, as files associated with the document.")
X(PDF_ATTACHED_FORM, ERROR, "the attached file “{0}” of {1} is left where it is ({2}): take it out with another program",
  "{1}의 첨부 파일 ‘{0}’은 꺼내지 않습니다({2}). 다른 프로그램으로 꺼내십시오",
  "Attached files are taken out only if their names are plain and differ and their content can be unpacked.")
X(PDF_TOO_LARGE, REFUSAL, "the document is too large for one PDF ({0}): divide the pack",
  "문서가 PDF 한 파일에 담기에 너무 큽니다({0}). 자료를 나누십시오",
  "A file may have 8,388,607 objects and 2 GiB, and one font 65,535 different characters.")

/* ---- cmd ---- */

X(NO_HOME, SYSTEM, "templates and fonts are not found from {0}: set BIFOLIO_HOME to the folder that holds both",
  "{0}에서 templates와 fonts를 찾을 수 없습니다. BIFOLIO_HOME에 두 폴더가 있는 곳을 지정하십시오",
  "The program looks for templates/ and fonts/ beside and above itself, then in ../share/bifolio. BIFOLIO_HOME overrides this.")
X(NO_TEMPLATE, ERROR, "there is no template \"{0}\": did you mean {1}?", "없는 템플릿입니다: {0}. 가까운 이름: {1}",
  "Templates are the files in templates/; `bifolio templates` lists them. A path that ends in .yaml is used as it is.")
X(NO_DEFAULT_TEMPLATE, SYSTEM, "the default template is not named: write default: NAME in templates/index.yaml",
  "기본 템플릿이 없습니다. templates/index.yaml에 default: 이름을 적으십시오",
  "templates/index.yaml names the template that is used when none is asked for.")
X(CANNOT_WRITE, SYSTEM, "cannot write {0}: {1}; nothing was changed there", "{0}에 쓸 수 없습니다: {1}. 기존 파일은 그대로입니다",
  "Output is written to a temporary file beside the target and then renamed, so a failure leaves the old file as it was.")
X(NO_SUCH_LANGUAGE, ERROR, "the pack has no language \"{0}\": it has {1}", "자료에 없는 언어입니다: {0}. 있는 언어: {1}",
  "--lang takes the keys of the pack's `languages`, one of them or two joined by +.")
X(PACK_DIFFERS, REFUSAL, "the check finds {0} in the pack: correct them, or build with --unchecked",
  "검사에서 찾은 오류 {0}. 고치거나 --unchecked로 만드십시오",
  "A number, date, time, sum, unit or address that differs between the languages must not be published by mistake, so that "
  "nothing is built before it is corrected. What is right as it stands is accepted with `bifolio check --accept-all`. Warnings and "
  "style never stop a build.")
X(EMBARGO_EARLY, REFUSAL, "nothing of this may be published before {0} ({1}): wait, build it for an audience with --audience, or mark every page with --embargoed",
  "{0}({1}) 전에는 공개할 수 없습니다. 기다리거나, --audience로 독자를 지정하거나, --embargoed로 쪽마다 표시하십시오",
  "The pack has an `embargo` and the time it names has not come, by SOURCE_DATE_EPOCH or else by the clock of this machine. With --embargoed every page says until when it may not be published.")
X(NO_SUCH_CHART, ERROR, "the pack has no chart \"{0}\": it has {1}", "자료에 없는 차트입니다: {0}. 있는 차트: {1}",
  "`bifolio chart PACK --list` lists the charts of a pack.")
X(JOBS_FORM, ERROR, "a job list is a mapping with `jobs`, a list: {0}", "작업 목록은 `jobs` 목록을 가진 맵이어야 합니다: {0}",
  "Each entry of `jobs` names a `pack` and its `editions`; see docs/batch.md.")
X(JOBS_KEY, ERROR, "unknown key \"{0}\" in a job list: did you mean \"{1}\"?", "작업 목록에 모르는 키가 있습니다: {0}. 가까운 키: {1}",
  "The keys of a job list are in docs/batch.md.")
X(JOBS_SAME_OUT, ERROR, "two jobs write {0}: give one of them another `out` or `name`", "두 작업이 같은 파일 {0}에 씁니다. 한쪽의 `out`이나 `name`을 바꾸십시오",
  "Each job of a batch writes a file of its own.")
X(INIT_NOT_EMPTY, SYSTEM, "{0} already holds {1}: choose a new folder", "{0}에 이미 파일이 있습니다: {1}. 새 폴더를 지정하십시오",
  "`bifolio init` never writes over a pack.")
X(PASSWORD_FORM, ERROR, "{0} holds no password: write one line of 1 to 127 bytes into it",
  "{0}에 암호가 없습니다. 1~127바이트 길이의 한 줄을 적으십시오",
  "The file named by --password-file holds the password and nothing else. Keep it readable for yourself only.")
X(EXTRACT_EXISTS, SYSTEM, "{0} is already there: choose another folder with -C, or write over it with --force",
  "{0} 파일이 이미 있습니다. -C로 다른 폴더를 지정하거나 --force로 덮어쓰십시오",
  "`bifolio extract` writes no file if one of them is already there.")
X(VERIFY_NO_RECORD, ERROR, "{0} does not say how it was made: verify a PDF written by `bifolio build`",
  "{0}에 만든 방법이 기록되어 있지 않습니다. `bifolio build`로 만든 PDF를 확인하십시오",
  "A built PDF has a record attached, a job list named edition.bifolio. PDFs of single charts have none.")
X(VERIFY_AUDIENCE, ERROR, "{0} was made for {1}, not for {2}: build the edition for that audience",
  "{0}은 {2}용이 아니라 {1}용으로 만든 파일입니다. 그 독자를 위한 판을 만드십시오",
  "The record attached to a PDF says which audience it was built for. What is for others is not in it.")
X(VERIFY_LOCKED, ERROR, "{0} is locked, so its bytes differ each time it is made: verify a copy without a password",
  "{0}은 잠겨 있어 만들 때마다 내용이 달라집니다. 암호 없는 파일을 확인하십시오",
  "Encryption begins with random numbers. Extract the sources and build them to compare the content.")
X(VERIFY_ADDED, WARNING, "the first {1} bytes of {0} are what its sources make; something was added behind them: look at the signature",
  "{0}의 처음 {1}바이트는 첨부된 자료로 다시 만든 파일과 같습니다. 그 뒤에 덧붙은 내용이 있으니 서명을 확인하십시오",
  "A signature is added behind the file that was built. Another program has to say whether it is valid and whose it is.")
X(VERIFY_DIFFERS, ERROR, "{0} differs from byte {1} on from what its sources make: compare the two versions of bifolio, its templates and fonts",
  "{0}은 {1}바이트부터 첨부된 자료로 다시 만든 파일과 다릅니다. bifolio의 판, 템플릿, 글꼴을 비교하십시오",
  "Equal sources, templates, fonts, libraries and program give equal bytes. The PDF names its program under Producer; if "
  "all is equal, the file was changed after it was made.")
X(JOB_LOST, SYSTEM, "the job's process ended: {0}", "작업 프로세스가 끝났습니다: {0}",
  "A job of a batch ran out of resources or met a fault of the program. Other jobs are not touched by it.")
