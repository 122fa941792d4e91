// Reads the structure of PDFs with pdf.js and reports what a screen reader would stumble over.
// usage: node tree.mjs PDFJS_MODULE FILE...      Prints one line of JSON a file:
// {file, faults: [text], counts: {role: n}, text: the tree's text in logical order, targets: [address of a link], alts: [lang: alternative text]}
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, ...files] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(module).href);

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const ENGLISH = /(?:[A-Za-z]+[\s,;]+){5,}[A-Za-z]+/;
const CONTAINERS = new Set(["Document", "Part", "Sect", "Div", "Art", "L", "Table", "THead", "TBody", "TR", "TOC"]);

// Text of a page by marked content; what is neither in the tree nor an artifact is returned under "loose".
async function pageText(page) {
	const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
	const byId = new Map();
	const stack = [];
	let loose = "";
	for (const item of content.items) {
		if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") {
			const outer = stack.at(-1) ?? { id: null, artifact: false };
			stack.push({ id: item.id ?? outer.id, artifact: outer.artifact || item.tag === "Artifact" });
		} else if (item.type === "endMarkedContent") {
			stack.pop();
		} else {
			const mark = stack.at(-1);
			if (mark?.artifact) continue;
			const text = item.str + (item.hasEOL ? "\n" : "");
			if (mark?.id) byId.set(mark.id, (byId.get(mark.id) ?? "") + text);
			else loose += text;
		}
	}
	return { byId, loose: loose.trim() };
}

class Reader {
	constructor(lang) {
		this.lang = lang ?? "";
		this.faults = [];
		this.counts = {};
		this.text = "";
		this.heading = 0;
		this.headings = [];
		this.targets = [];
		this.alts = [];
	}

	fault(text) {
		if (this.faults.length < 20) this.faults.push(text);
	}

	async page(page, number) {
		const where = `page ${number}`;
		const { byId, loose } = await pageText(page);
		const annotations = await page.getAnnotations();
		this.targets.push(...annotations.map((a) => a.unsafeUrl ?? a.url).filter(Boolean));
		const links = new Set(annotations.filter((a) => a.subtype === "Link").map((a) => a.id));
		const state = { where, byId, links, used: new Set(), linked: new Set() };
		const tree = await page.getStructTree();
		if (!tree) {
			this.fault(`${where}: no structure tree`);
			return;
		}
		for (const child of tree.children ?? []) this.node(child, this.lang, state);
		if (loose) this.fault(`${where}: text outside the tree: ${quote(loose)}`);
		for (const [id, text] of byId)
			if (!state.used.has(id) && text.trim()) this.fault(`${where}: marked text in no element: ${quote(text)}`);
		for (const id of links) if (!state.linked.has(id)) this.fault(`${where}: link annotation ${id} in no Link`);
	}

	node(node, inherited, state) {
		const lang = node.lang ?? inherited;
		if (node.type === "content") {
			this.content(node.id, lang, state);
			return;
		}
		if (node.type === "annotation" || node.type === "object") return;
		this.counts[node.role] = (this.counts[node.role] ?? 0) + 1;
		this.element(node, lang, state);
		for (const child of node.children ?? []) this.node(child, lang, state);
		if (!CONTAINERS.has(node.role) && !this.text.endsWith("\n") && node.role !== "Span") this.text += "\n";
	}

	element(node, lang, state) {
		const level = /^H([1-9])$/.exec(node.role);
		if (level) this.headingSeen(Number(level[1]), state.where);
		if (node.role === "Figure" && !node.alt?.trim()) this.fault(`${state.where}: Figure without Alt`);
		if (node.role === "Figure" && node.alt) {
			this.language(node.alt, lang, state);
			this.alts.push(`${lang}: ${node.alt}`);
		}
		if (node.role === "Link") this.link(node, state);
	}

	headingSeen(level, where) {
		if (level > this.heading + 1) this.fault(`${where}: H${level} after ${this.heading ? `H${this.heading}` : "no heading"}`);
		this.heading = level;
		this.headings.push(level);
	}

	link(node, state) {
		// An OBJR is an "object" for pdf.js; what it finds by the annotation's StructParent alone is an "annotation".
		const found = (node.children ?? []).filter((child) => child.type === "object");
		if (!found.length) this.fault(`${state.where}: Link without its annotation`);
		for (const child of found) {
			if (state.links.has(child.id)) state.linked.add(child.id);
			else this.fault(`${state.where}: Link names object ${child.id}, which is no link of the page`);
		}
	}

	content(id, lang, state) {
		const text = state.byId.get(id) ?? "";
		if (state.used.has(id)) this.fault(`${state.where}: content ${id} is in two elements`);
		state.used.add(id);
		this.language(text, lang, state);
		this.text += text;
	}

	language(text, lang, state) {
		if (HANGUL.test(text) && !lang.startsWith("ko")) this.fault(`${state.where}: Korean under /Lang ${lang}: ${quote(text)}`);
		if (!HANGUL.test(text) && ENGLISH.test(text) && lang.startsWith("ko"))
			this.fault(`${state.where}: English under /Lang ${lang}: ${quote(text)}`);
	}
}

function quote(text) {
	return JSON.stringify(text.trim().slice(0, 60));
}

for (const file of files) {
	const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS, disableFontFace: true });
	try {
		const doc = await task.promise;
		const { info } = await doc.getMetadata();
		const reader = new Reader(info.Language);
		const marks = await doc.getMarkInfo();
		if (!marks?.Marked) reader.fault("not marked as tagged");
		if (!info.Language) reader.fault("no language of the document");
		for (let number = 1; number <= doc.numPages; number++) await reader.page(await doc.getPage(number), number);
		if (!reader.headings.length) reader.fault("no headings");
		const { faults, counts, text, targets, alts } = reader;
		console.log(JSON.stringify({ file, faults, counts, text, targets, alts }));
	} catch (problem) {
		console.log(JSON.stringify({ file, faults: [`pdf.js cannot read it: ${problem.message}`], counts: {}, text: "", targets: [], alts: [] }));
	}
	await task.destroy();
}
