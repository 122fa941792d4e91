/* What the analyser of Korean knows: what follows a number, native numerals, and words by which a run begins. */
#include "lint_int.h"

#define M(text, value) {text, WORD_MEASURE, value}
#define C(text) {text, WORD_COUNTER, 0}
#define N(text, value) {text, WORD_NUMBER, value}

static const struct word words_ko[] = {
	M("년", MEASURE_YEAR), M("년간", MEASURE_YEAR), M("해", MEASURE_YEAR), M("개년", MEASURE_YEAR),
	M("년대", MEASURE_DECADE), M("개월", MEASURE_MONTH), M("개월간", MEASURE_MONTH), M("달", MEASURE_MONTH),
	M("달간", MEASURE_MONTH), M("주", MEASURE_WEEK), M("주간", MEASURE_WEEK), M("주일", MEASURE_WEEK),
	M("일", MEASURE_DAY), M("일간", MEASURE_DAY), M("시간", MEASURE_HOUR), M("분", MEASURE_MINUTE),
	M("분간", MEASURE_MINUTE), M("초", MEASURE_SECOND), M("초간", MEASURE_SECOND), M("세기", MEASURE_CENTURY),
	M("퍼센트", MEASURE_PERCENT), M("프로", MEASURE_PERCENT), M("퍼센트포인트", MEASURE_POINT),
	M("킬로미터", MEASURE_KM), M("미터", MEASURE_M), M("센티미터", MEASURE_CM), M("밀리미터", MEASURE_MM),
	M("나노미터", MEASURE_NM), M("나노", MEASURE_NM), M("마일", MEASURE_MILE), M("헥타르", MEASURE_HECTARE),
	M("킬로그램", MEASURE_KG), M("그램", MEASURE_G), M("톤", MEASURE_TONNE), M("리터", MEASURE_LITRE),
	M("도", MEASURE_CELSIUS), M("기가헤르츠", MEASURE_GHZ), M("메가헤르츠", MEASURE_MHZ),
	M("킬로헤르츠", MEASURE_KHZ), M("기가비트", MEASURE_GBPS), M("기가바이트", MEASURE_GB),
	M("테라바이트", MEASURE_TB), M("메가바이트", MEASURE_MB), M("킬로와트", MEASURE_KW), M("메가와트", MEASURE_MW),
	M("기가와트", MEASURE_GW), M("배", MEASURE_TIMES),

	{"파운드", WORD_CURRENCY, CURRENCY_POUND}, {"달러", WORD_CURRENCY, CURRENCY_DOLLAR},
	{"유로", WORD_CURRENCY, CURRENCY_EURO}, {"원", WORD_CURRENCY, CURRENCY_WON}, {"엔", WORD_CURRENCY, CURRENCY_YEN},
	{"위안", WORD_CURRENCY, CURRENCY_YUAN},

	{"십", WORD_SCALE, 1}, {"백", WORD_SCALE, 2}, {"천", WORD_SCALE, 3}, {"만", WORD_SCALE, 4},
	{"억", WORD_SCALE, 8}, {"조", WORD_SCALE, 12},

	C("개"), C("명"), C("건"), C("대"), C("차"), C("회"), C("호"), C("항"), C("번"), C("번째"), C("째"), C("가지"),
	C("곳"), C("종"), C("편"), C("권"), C("척"), C("기"), C("층"), C("단계"), C("위"), C("세"), C("쪽"), C("장"),
	C("절"), C("부"), C("인"), C("사람"), C("국"), C("개국"), C("나라"), C("주년"), C("차례"), C("기관"), C("호선"),
	C("강"), C("급"), C("월"), C("분기"), C("항목"), C("단"), C("사"), C("자"), C("축"),

	N("하나", 1), N("둘", 2), N("셋", 3), N("넷", 4), N("다섯", 5), N("여섯", 6), N("일곱", 7), N("여덟", 8),
	N("아홉", 9), N("한", 1), N("두", 2), N("세", 3), N("네", 4), N("첫", 1),
	{"열", WORD_TENS, 10}, {"스물", WORD_TENS, 20}, {"스무", WORD_TENS, 20}, {"서른", WORD_TENS, 30},
	{"마흔", WORD_TENS, 40}, {"쉰", WORD_TENS, 50}, {"예순", WORD_TENS, 60}, {"일흔", WORD_TENS, 70},
	{"여든", WORD_TENS, 80}, {"아흔", WORD_TENS, 90},

	{"월요일", WORD_WEEKDAY, 0}, {"화요일", WORD_WEEKDAY, 1}, {"수요일", WORD_WEEKDAY, 2}, {"목요일", WORD_WEEKDAY, 3},
	{"금요일", WORD_WEEKDAY, 4}, {"토요일", WORD_WEEKDAY, 5}, {"일요일", WORD_WEEKDAY, 6},

	{"약", WORD_ABOUT, 0}, {"대략", WORD_ABOUT, 0}, {"대체로", WORD_ABOUT, 0}, {"거의", WORD_ABOUT, 0},
	{"가량", WORD_ABOUT, 1}, {"정도", WORD_ABOUT, 1}, {"쯤", WORD_ABOUT, 1}, {"경", WORD_ABOUT, 1},
	{"안팎", WORD_ABOUT, 1}, {"내외", WORD_ABOUT, 1}, {"전후", WORD_ABOUT, 1}, {"께", WORD_ABOUT, 1},
	{"무렵", WORD_ABOUT, 1},
	{"최소", WORD_MORE, 0}, {"적어도", WORD_MORE, 0}, {"무려", WORD_MORE, 0}, {"이상", WORD_MORE, 1},
	{"초과", WORD_MORE, 1}, {"넘", WORD_MORE, 1}, {"최대", WORD_LESS, 0}, {"늦어도", WORD_LESS, 0}, {"많아도", WORD_LESS, 0},
	{"이하", WORD_LESS, 1}, {"미만", WORD_LESS, 1}, {"이내", WORD_LESS, 1},

	{"정오", WORD_CLOCK, 720}, {"자정", WORD_CLOCK, 0},
	{"양국", WORD_MANY, 2}, {"양측", WORD_MANY, 2}, {"양자", WORD_MANY, 2}, {"양쪽", WORD_MANY, 2}, {"양", WORD_MANY, 2},
	{"쌍방", WORD_MANY, 2}, {"첫째", WORD_MANY, 1}, {"최초", WORD_MANY, 1}, {"처음", WORD_MANY, 1}, {"유일", WORD_MANY, 1},
	{"다음", WORD_MANY, 2},
	{"격년", WORD_MANY, 2}, {"격주", WORD_MANY, 2}, {"이중", WORD_MANY, 2}, {"갑절", WORD_MANY, 2}, {"두배", WORD_MANY, 2},
	{"한국시간", WORD_ZONE, ZONE_KST}, {"현지시간", WORD_ZONE, ZONE_LOCAL}, {"현지시각", WORD_ZONE, ZONE_LOCAL},
	{"협정세계시", WORD_ZONE, ZONE_UTC}, {"세계표준시", WORD_ZONE, ZONE_UTC}, {"세계협정시", WORD_ZONE, ZONE_UTC},
	{"런던시간", WORD_ZONE, ZONE_LOCAL},

	{"불가", WORD_MILD, 0}, {"금지", WORD_MILD, 0}, {"제외", WORD_MILD, 0}, {"배제", WORD_MILD, 0}, {"거부", WORD_MILD, 0},
	{"다른", WORD_MILD, 0}, {"달리", WORD_MILD, 0}, {"외에", WORD_MILD, 0}, {"대신", WORD_MILD, 0},
	{"미정", WORD_MILD, 0}, {"미달", WORD_MILD, 0}, {"미비", WORD_MILD, 0}, {"미완", WORD_MILD, 0}, {"무관", WORD_MILD, 0},
	{"무료", WORD_MILD, 0}, {"무상", WORD_MILD, 0}, {"비공", WORD_MILD, 0}, {"부재", WORD_MILD, 0}, {"전혀", WORD_MILD, 0},
	{"방지", WORD_MILD, 0}, {"실패", WORD_MILD, 0}, {"부족", WORD_MILD, 0}, {"비구속", WORD_MILD, 0}, {"비차별", WORD_MILD, 0},
	{"미확", WORD_MILD, 0}, {"예방", WORD_MILD, 0}, {"면제", WORD_MILD, 0}, {"불문", WORD_MILD, 0}, {"끊임없", WORD_MILD, 0},
	{"틀림없", WORD_MILD, 0}, {"변함없", WORD_MILD, 0}, {"상관없", WORD_MILD, 0}, {"관계없", WORD_MILD, 0},
	{"어김없", WORD_MILD, 0}, {"다름없", WORD_MILD, 0}, {"아낌없", WORD_MILD, 0}, {"잘못", WORD_MILD, 0}, {"지속", WORD_MILD, 0},
};
const struct word_list korean_words = {words_ko, COUNT_OF(words_ko)};
