/*
 * Words that mean the same in every language: signs and codes of measures, currencies and time zones.
 */
#include "lint_int.h"

static const struct word words_common[] = {
	{"km", WORD_MEASURE, MEASURE_KM},
	{"m", WORD_MEASURE, MEASURE_M},
	{"cm", WORD_MEASURE, MEASURE_CM},
	{"mm", WORD_MEASURE, MEASURE_MM},
	{"nm", WORD_MEASURE, MEASURE_NM},
	{"ha", WORD_MEASURE, MEASURE_HECTARE},
	{"kg", WORD_MEASURE, MEASURE_KG},
	{"g", WORD_MEASURE, MEASURE_G},
	{"t", WORD_MEASURE, MEASURE_TONNE},
	{"l", WORD_MEASURE, MEASURE_LITRE},
	{"Hz", WORD_MEASURE, MEASURE_HZ},
	{"kHz", WORD_MEASURE, MEASURE_KHZ},
	{"MHz", WORD_MEASURE, MEASURE_MHZ},
	{"GHz", WORD_MEASURE, MEASURE_GHZ},
	{"kbps", WORD_MEASURE, MEASURE_KBPS},
	{"Mbps", WORD_MEASURE, MEASURE_MBPS},
	{"Gbps", WORD_MEASURE, MEASURE_GBPS},
	{"Tbps", WORD_MEASURE, MEASURE_TBPS},
	{"kB", WORD_MEASURE, MEASURE_KB},
	{"KB", WORD_MEASURE, MEASURE_KB},
	{"MB", WORD_MEASURE, MEASURE_MB},
	{"GB", WORD_MEASURE, MEASURE_GB},
	{"TB", WORD_MEASURE, MEASURE_TB},
	{"W", WORD_MEASURE, MEASURE_W},
	{"kW", WORD_MEASURE, MEASURE_KW},
	{"MW", WORD_MEASURE, MEASURE_MW},
	{"GW", WORD_MEASURE, MEASURE_GW},
	{"TW", WORD_MEASURE, MEASURE_TW},
	{"kWh", WORD_MEASURE, MEASURE_KWH},
	{"MWh", WORD_MEASURE, MEASURE_MWH},
	{"GWh", WORD_MEASURE, MEASURE_GWH},
	{"TWh", WORD_MEASURE, MEASURE_TWH},
	{"V", WORD_MEASURE, MEASURE_V},
	{"GBP", WORD_CURRENCY, CURRENCY_POUND},
	{"USD", WORD_CURRENCY, CURRENCY_DOLLAR},
	{"EUR", WORD_CURRENCY, CURRENCY_EURO},
	{"KRW", WORD_CURRENCY, CURRENCY_WON},
	{"JPY", WORD_CURRENCY, CURRENCY_YEN},
	{"CNY", WORD_CURRENCY, CURRENCY_YUAN},
	{"UTC", WORD_ZONE, ZONE_UTC},
	{"GMT", WORD_ZONE, ZONE_GMT},
	{"BST", WORD_ZONE, ZONE_BST},
	{"KST", WORD_ZONE, ZONE_KST},
	{"CET", WORD_ZONE, ZONE_CET},
	{"CEST", WORD_ZONE, ZONE_CEST},
	{"EST", WORD_ZONE, ZONE_EST},
	{"EDT", WORD_ZONE, ZONE_EDT},
};
const struct word_list common_words = {words_common, COUNT_OF(words_common)};

uint32_t scan_currency(uint32_t mark)
{
	static const struct {
		uint32_t mark;
		enum currency currency;
	} signs[] = {
		{0xA3, CURRENCY_POUND}, {'$', CURRENCY_DOLLAR}, {0x20AC, CURRENCY_EURO},  {0x20A9, CURRENCY_WON},
		{0xA5, CURRENCY_YEN},   {0xFFE6, CURRENCY_WON}, {0xFFE1, CURRENCY_POUND}, {0xFFE5, CURRENCY_YEN},
	};

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].mark == mark)
			return (uint32_t)signs[i].currency;
	return CURRENCY_NONE;
}
