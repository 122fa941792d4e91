/*
 * The closed list of findings: X(code, level, English phrase, Korean phrase, help). diag.h makes the codes of it, diag.c
 * the phrases, `bifolio explain` and the manual the help. No include guard: it is read several times.
 */

/* ---- source ---- */

/* ---- model ---- */

/* ---- template ---- */

/* ---- text ---- */

/* ---- chart ---- */

/* ---- layout ---- */

/* ---- pdf ---- */

/* ---- cmd ---- */
