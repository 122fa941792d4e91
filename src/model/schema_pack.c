/*
 * The pack format, as data. Order of records and fields is the order of the reference. Nothing here knows a country,
 * an instrument or a language.
 */
#include "schema.h"

static const char *const choices_repeats[] = {"yearly", NULL};
static const char *const choices_chart[] = {"timeline", "governance", "matrix", "network", "strengths", "roadmap",
					    "bar", "stacked", "dot", "line", "waffle", "units", "map", NULL};
static const char *const choices_line[] = {"shortest", "straight", "none", NULL};
static const char *const choices_numbers[] = {"table", "attached", "both", "none", NULL};
static const char *const choices_artwork[] = {"logo", "picture", NULL};

#define PRIORITY_HELP                                                                                                   \
	"1 to 9: what has 9 is left out first if a limit of pages needs it, what has 1 or none never."
#define READING_HELP "How foreign letters in the name are read, in Hangul: particles after it depend on the last sound."

static const struct schema_field pack_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the pack; output files are named after it."},
	{"languages", FIELD_LANGUAGE, true, true, NULL, NULL,
	 "Languages every text is given in, as BCP 47 tags; the part before the hyphen is the key used in texts."},
	{"title", FIELD_TEXT, false, true, NULL, NULL, "Title on the cover and in the document's metadata."},
	{"subtitle", FIELD_TEXT, false, false, NULL, NULL, "Second line of the title."},
	{"date", FIELD_DATE, false, true, NULL, NULL, "The day the pack is about, such as the day of signing."},
	{"publisher", FIELD_REF, false, false, "body", NULL, "The body that issues the pack."},
	{"audiences", FIELD_RECORD, true, false, "audience", NULL,
	 "Readers for whom some of the pack is; an edition for one of them is built with --audience."},
	{"marking", FIELD_MARKING, false, false, NULL, NULL, "What each page is marked with: draft, official-sensitive."},
	{"embargo", FIELD_RECORD, false, false, "embargo", NULL,
	 "Until when nothing of the pack may be published: a public edition is refused before that time."},
	{"prepared", FIELD_DATE, false, false, NULL, NULL,
	 "The day the pack was prepared; also the date in the PDF's metadata."},
	{"lead", FIELD_STATEMENT, false, true, NULL, NULL,
	 "One or two sentences that say what happened: who, what, where, when."},
	{"occasion", FIELD_STATEMENT, false, false, NULL, NULL,
	 "The visit, meeting or anniversary at which it happened."},
	{"headlines", FIELD_STATEMENT, true, false, NULL, NULL, "The three to five points a reader must remember."},
	{"figures", FIELD_RECORD, true, false, "figure", NULL, "Key figures, counted from the data where possible."},
	{"parties", FIELD_RECORD, true, true, "party", NULL, "States or organisations that sign."},
	{"bodies", FIELD_RECORD, true, false, "body", NULL,
	 "Ministries, departments, committees and other organisations."},
	{"people", FIELD_RECORD, true, false, "person", NULL, "People named in the pack."},
	{"fields", FIELD_RECORD, true, false, "field", NULL,
	 "Broad fields of cooperation that instruments are compared by."},
	{"instruments", FIELD_RECORD, true, true, "instrument", NULL, "The agreements, memoranda and arrangements."},
	{"places", FIELD_RECORD, true, false, "place", NULL, "Places that maps show, such as capitals."},
	{"events", FIELD_RECORD, true, false, "event", NULL, "Dated events, in order of time."},
	{"governance", FIELD_RECORD, false, false, "governance", NULL,
	 "Bodies that run the cooperation, before and after."},
	{"remarks", FIELD_RECORD, true, false, "remark", NULL,
	 "Positions of named people, in reported speech, never as invented quotations."},
	{"charts", FIELD_RECORD, true, false, "chart", NULL, "Charts drawn from the data of the pack."},
	{"artwork", FIELD_RECORD, true, false, "artwork", NULL,
	 "Logos, emblems and other pictures from files, in the order in which they are shown."},
	{"glossary", FIELD_RECORD, true, false, "term", NULL, "Terms with one agreed rendering in each language."},
	{"links", FIELD_RECORD, true, false, "link", NULL, "Full texts and further reading."},
	{"sources", FIELD_RECORD, true, true, "source", NULL, "Documents that the statements rest on."},
	{"contact", FIELD_RECORD, true, false, "contact", NULL, "Where questions go."},
	{"house_style", FIELD_STRING, true, false, NULL, NULL,
	 "House styles that `check` applies, such as en-GB; left out, those of the pack's languages."},
	{"house_style_off", FIELD_STRING, true, false, NULL, NULL, "Ids of rules of the house style that this pack does not follow."},
};

static const struct schema_field audience_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the audience, as in --audience and `audience`."},
	{"name", FIELD_TEXT, false, false, NULL, NULL, "Who they are."},
	{"marking", FIELD_MARKING, false, false, NULL, NULL, "What editions for them are marked with, in place of the pack's."},
};

static const struct schema_field embargo_fields[] = {
	{"until", FIELD_TIME, false, true, NULL, NULL, "When it is lifted."},
	{"zone", FIELD_ZONE, false, true, NULL, NULL, "Whose clocks that is by."},
};

static const struct schema_field source_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the source."},
	{"title", FIELD_TEXT, false, true, NULL, NULL, "What the document is."},
	{"publisher", FIELD_REF, false, false, "body", NULL, "Who published it."},
	{"date", FIELD_DATE, false, true, NULL, NULL, "When it was published."},
	{"url", FIELD_URL, false, false, NULL, NULL, "Where it can be read."},
	{"paragraphs", FIELD_RECORD, true, true, "paragraph", NULL,
	 "Its paragraphs; a statement names one of them as its source."},
};

static const struct schema_field paragraph_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Number of the paragraph, such as p4."},
	{"about", FIELD_TEXT, false, true, NULL, NULL, "What the paragraph is about, in a few words."},
};

static const struct schema_field party_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the party."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Full name."},
	{"short", FIELD_TEXT, false, false, NULL, NULL, "Short name for tables and charts."},
	{"reading_ko", FIELD_STRING, false, false, NULL, NULL, READING_HELP},
	{"zone", FIELD_ZONE, false, false, NULL, NULL, "Its time zone: an embargo is shown by these clocks too."},
};

static const struct schema_field body_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the body."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Full name."},
	{"short", FIELD_TEXT, false, false, NULL, NULL, "Acronym or short form used after the first mention."},
	{"reading_ko", FIELD_STRING, false, false, NULL, NULL, READING_HELP},
	{"party", FIELD_REF, false, false, "party", NULL, "The party it belongs to."},
};

static const struct schema_field person_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the person."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Name as each language writes it."},
	{"reading_ko", FIELD_STRING, false, false, NULL, NULL, READING_HELP},
	{"office", FIELD_TEXT, false, true, NULL, NULL, "Office held at the time."},
	{"body", FIELD_REF, false, false, "body", NULL, "The body the person leads or works for."},
	{"party", FIELD_REF, false, false, "party", NULL, "The party the person acts for."},
	{"role", FIELD_STATEMENT, false, false, NULL, NULL, "What the person does in this matter."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field field_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the field."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Name of the field."},
};

static const struct schema_field instrument_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the instrument."},
	{"kind", FIELD_TEXT, false, true, NULL, NULL, "What it is: a partnership, a memorandum, an arrangement."},
	{"title", FIELD_TEXT, false, true, NULL, NULL, "Full title."},
	{"short", FIELD_TEXT, false, true, NULL, NULL, "Short title for tables, charts and running heads."},
	{"signed", FIELD_DATE, false, true, NULL, NULL, "Date of signature."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where title, date and signatories are stated."},
	{"between", FIELD_REF, true, false, "body", NULL, "The bodies that concluded it."},
	{"signatories", FIELD_REF, true, false, "person", NULL, "The people who signed it."},
	{"fields", FIELD_REF, true, false, "field", NULL, "Broad fields it covers."},
	{"summary", FIELD_STATEMENT, false, true, NULL, NULL, "What it is for, in one or two sentences."},
	{"background", FIELD_STATEMENT, true, false, NULL, NULL, "How it came about."},
	{"provisions", FIELD_STATEMENT, true, false, NULL, NULL,
	 "What it lays down, where it is not divided into topics."},
	{"topics_title", FIELD_TEXT, false, false, NULL, NULL,
	 "What its topics are called: priority sectors, areas of cooperation."},
	{"topics", FIELD_RECORD, true, false, "topic", NULL, "Its sectors or areas, in the order of the instrument."},
	{"mechanisms_title", FIELD_TEXT, false, false, NULL, NULL, "What its mechanisms are called."},
	{"mechanisms", FIELD_RECORD, true, false, "mechanism", NULL, "The ways in which it is carried out."},
	{"follow_up", FIELD_STATEMENT, true, false, NULL, NULL, "What happens next."},
	{"context", FIELD_STATEMENT, true, false, NULL, NULL, "Further background: earlier work, wider agreements."},
};

static const struct schema_field topic_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the topic."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Name of the sector or area."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is listed."},
	{"points", FIELD_STATEMENT, true, false, NULL, NULL, "What is said of it."},
	{"strengths", FIELD_RECORD, true, false, "strength", NULL, "What each party brings."},
	{"actions_title", FIELD_TEXT, false, false, NULL, NULL,
	 "Introduces the actions: agreed actions, fields of research."},
	{"actions", FIELD_STATEMENT, true, false, NULL, NULL, "Agreed actions."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field strength_fields[] = {
	{"party", FIELD_REF, false, true, "party", NULL, "The party."},
	{"text", FIELD_STATEMENT, false, true, NULL, NULL, "What it brings."},
};

static const struct schema_field mechanism_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the mechanism."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Name of the mechanism."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field event_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the event."},
	{"date", FIELD_DATE, false, true, NULL, NULL, "A year, a month or a day, as precise as the source."},
	{"about", FIELD_BOOL, false, false, NULL, NULL, "True if the date is approximate."},
	{"repeats", FIELD_CHOICE, false, false, NULL, choices_repeats, "How often it comes again from that date."},
	{"title", FIELD_TEXT, false, true, NULL, NULL, "The event in a few words."},
	{"note", FIELD_TEXT, false, false, NULL, NULL,
	 "What else must be known, such as where or how the date is meant."},
	{"instrument", FIELD_REF, false, false, "instrument", NULL, "The instrument it belongs to."},
	{"main", FIELD_BOOL, false, false, NULL, NULL, "True for the event the pack is about."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field place_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the place."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "Name of the place."},
	{"latitude", FIELD_NUMBER, false, true, NULL, NULL, "Degrees north of the equator, below zero to the south: 37.57."},
	{"longitude", FIELD_NUMBER, false, true, NULL, NULL, "Degrees east of Greenwich, below zero to the west: -0.13."},
	{"party", FIELD_REF, false, false, "party", NULL, "The party it belongs to."},
	{"source", FIELD_REF, true, false, "paragraph", NULL, "Where it is stated."},
};

static const struct schema_field governance_fields[] = {
	{"intro", FIELD_STATEMENT, false, true, NULL, NULL, "What changes."},
	{"before", FIELD_RECORD, true, true, "forum", NULL, "Bodies that existed before."},
	{"after", FIELD_RECORD, true, true, "forum", NULL, "Bodies that exist after."},
};

static const struct schema_field forum_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the forum."},
	{"name", FIELD_TEXT, false, true, NULL, NULL, "What it is called."},
	{"members", FIELD_REF, true, true, "body", NULL, "The bodies that run it, one of each party."},
	{"chairs", FIELD_TEXT, true, false, NULL, NULL, "Who represents each side, in the order of the members."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
};

static const struct schema_field remark_fields[] = {
	{"speaker", FIELD_REF, false, true, "person", NULL, "Whose position it is."},
	{"text", FIELD_STATEMENT, false, true, NULL, NULL, "The position in reported speech."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field figure_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the figure."},
	{"count", FIELD_PATH, false, false, NULL, NULL, "The list whose length is the figure."},
	{"value", FIELD_INT, false, false, NULL, NULL, "The figure itself, where nothing in the pack can be counted."},
	{"label", FIELD_TEXT, false, true, NULL, NULL, "What is counted."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field chart_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the chart."},
	{"kind", FIELD_CHOICE, false, true, NULL, choices_chart, "How the data is drawn."},
	{"data", FIELD_PATH, false, false, NULL, NULL,
	 "The data, where it stands in the pack: a list or record. timeline, governance, matrix, network, strengths "
	 "and map need it; bar, dot, waffle and units may count with it."},
	{"by", FIELD_STRING, false, false, NULL, NULL,
	 "With `data`: the key of each record whose list it is compared by (matrix), that it connects (network), or "
	 "whose entries are counted (bar, dot, waffle, units)."},
	{"rows", FIELD_RECORD, true, false, "row", NULL,
	 "The data, where it is not in the pack: roadmap, bar, stacked, dot, line, waffle, units."},
	{"file", FIELD_STRING, false, false, NULL, NULL,
	 "In place of `rows`: a CSV file in the pack's folder. Its head names label.KEY for each language (or label for "
	 "all of them), date, start, end and main as in a row; every other column holds values."},
	{"series", FIELD_RECORD, true, false, "series", NULL,
	 "What the values of each row are, in their order, where a row has more than one."},
	{"unit", FIELD_TEXT, false, false, NULL, NULL,
	 "Unit of the values, shown once: millions of tonnes. A single sign that all languages share, such as %, stands "
	 "at each value; a text with {number} in it is how each value is written: £{number}m; {number*100} and the like "
	 "write it in a smaller unit."},
	{"each", FIELD_INT, false, false, NULL, NULL, "waffle, units: how many one sign stands for; 1 if left out."},
	{"from", FIELD_NUMBER, false, false, NULL, NULL,
	 "dot, line: where the scale begins, if not at zero. Bars always begin at zero."},
	{"line", FIELD_CHOICE, false, false, NULL, choices_line,
	 "map: the line from each place to the next: the shortest way over the globe (so if left out), straight on the map, "
	 "or none."},
	{"numbers", FIELD_CHOICE, false, false, NULL, choices_numbers,
	 "Where its values can be looked up: in a table beside it (so if left out), in a CSV file attached to the PDF, in "
	 "both or nowhere but in its alternative text. Kinds that show values."},
	{"title", FIELD_TEXT, false, true, NULL, NULL, "The message of the chart, at most about ten words."},
	{"subtitle", FIELD_TEXT, false, true, NULL, NULL, "What is shown."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where the data is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field series_fields[] = {
	{"label", FIELD_TEXT, false, true, NULL, NULL, "What these values are."},
};

static const struct schema_field row_fields[] = {
	{"label", FIELD_TEXT, false, false, NULL, NULL, "What the row is; may be left out where a date says it."},
	{"value", FIELD_NUMBER, false, false, NULL, NULL, "Its value."},
	{"values", FIELD_NUMBER, true, false, NULL, NULL, "Its values, one for each of the series."},
	{"date", FIELD_DATE, false, false, NULL, NULL,
	 "The time the value belongs to; in a roadmap the date of a row that is a single event."},
	{"start", FIELD_DATE, false, false, NULL, NULL, "roadmap: when it begins."},
	{"end", FIELD_DATE, false, false, NULL, NULL, "roadmap: when it ends; it goes on if left out."},
	{"milestones", FIELD_RECORD, true, false, "milestone", NULL, "roadmap: dated steps on the way."},
	{"main", FIELD_BOOL, false, false, NULL, NULL, "True for the row that the chart is about."},
};

static const struct schema_field milestone_fields[] = {
	{"date", FIELD_DATE, false, true, NULL, NULL, "When it is reached."},
	{"label", FIELD_TEXT, false, true, NULL, NULL, "What is reached."},
};

static const struct schema_field artwork_fields[] = {
	{"id", FIELD_ID, false, true, NULL, NULL, "Short name of the picture."},
	{"kind", FIELD_CHOICE, false, true, NULL, choices_artwork,
	 "A logo stands beside others, such as on the cover; a picture is a figure in the text."},
	{"file", FIELD_PICTURE, false, true, NULL, NULL,
	 "A file in the pack's folder: SVG of plain shapes without text or effects, PNG, or JPEG in RGB or grey."},
	{"alt", FIELD_TEXT, false, false, NULL, NULL,
	 "What the picture shows, in a few words, for those who do not see it; needed unless it is decorative."},
	{"decorative", FIELD_BOOL, false, false, NULL, NULL, "True if it says nothing: screen readers pass over it."},
	{"title", FIELD_TEXT, false, false, NULL, NULL, "Caption of a picture in the text."},
	{"credit", FIELD_TEXT, false, false, NULL, NULL, "Who made it or holds the rights."},
	{"party", FIELD_REF, false, false, "party", NULL, "The party whose logo or emblem it is."},
	{"body", FIELD_REF, false, false, "body", NULL, "The body whose logo or emblem it is."},
	{"source", FIELD_REF, true, false, "paragraph", NULL, "Where what it shows is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field term_fields[] = {
	{"term", FIELD_TEXT, false, true, NULL, NULL, "The term."},
	{"short", FIELD_TEXT, false, false, NULL, NULL, "Acronym or short form."},
	{"reading_ko", FIELD_STRING, false, false, NULL, NULL, READING_HELP},
	{"meaning", FIELD_TEXT, false, false, NULL, NULL,
	 "What it means, in one sentence, for a reader new to the matter."},
	{"avoid", FIELD_STRING, true, false, NULL, NULL, "Wrong or outdated renderings that no text of the pack may use."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field link_fields[] = {
	{"title", FIELD_TEXT, false, true, NULL, NULL, "What is found there."},
	{"url", FIELD_URL, false, true, NULL, NULL, "Address."},
	{"note", FIELD_TEXT, false, false, NULL, NULL, "Language or status of that text."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
	{"priority", FIELD_INT, false, false, NULL, NULL, PRIORITY_HELP},
};

static const struct schema_field contact_fields[] = {
	{"body", FIELD_REF, false, true, "body", NULL, "The body to contact."},
	{"unit", FIELD_TEXT, false, true, NULL, NULL, "Division or desk."},
	{"phone", FIELD_PHONE, false, false, NULL, NULL, "Telephone number in international form."},
	{"email", FIELD_EMAIL, false, false, NULL, NULL, "Electronic mail address."},
	{"source", FIELD_REF, true, true, "paragraph", NULL, "Where it is stated."},
};

#define RECORD(name, help)                                                                                             \
	{                                                                                                              \
#name, help, name##_fields, COUNT_OF(name##_fields)                                                    \
	}

const struct schema_record schema_records[] = {
	RECORD(pack, "A briefing pack: one folder of YAML files, or one file."),
	RECORD(audience, "Readers of editions of their own."),
	RECORD(embargo, "The time before which nothing may be published."),
	RECORD(party, "A state or organisation that signs."),
	RECORD(body, "A ministry, department, committee or other organisation."),
	RECORD(person, "A person named in the pack."),
	RECORD(field, "A broad field of cooperation."),
	RECORD(instrument, "A signed instrument."),
	RECORD(topic, "A sector or area of an instrument."),
	RECORD(strength, "What one party brings to a topic."),
	RECORD(mechanism, "A way in which an instrument is carried out."),
	RECORD(event, "A dated event."),
	RECORD(place, "A place on the globe."),
	RECORD(governance, "How the cooperation is run, before and after."),
	RECORD(forum, "A body or committee between the parties."),
	RECORD(remark, "A position of a named person, in reported speech."),
	RECORD(figure, "A key figure."),
	RECORD(chart, "A chart, drawn from data of the pack or from rows of its own."),
	RECORD(series, "One set of values of a chart."),
	RECORD(row, "A row of a chart: a bar, a point of a line, a span of time."),
	RECORD(milestone, "A dated step."),
	RECORD(artwork, "A logo, an emblem or another picture from a file."),
	RECORD(term, "A term and its renderings."),
	RECORD(link, "A further text."),
	RECORD(source, "A document that statements rest on."),
	RECORD(paragraph, "A paragraph of a source."),
	RECORD(contact, "Where questions go."),
};
const size_t schema_record_count = COUNT_OF(schema_records);
