"use strict";
(() => {
	const form = document.getElementById("filter");
	const text = document.getElementById("q");
	const shown = document.getElementById("shown");
	const none = document.getElementById("none");
	const selects = [...form.querySelectorAll("select")];
	const findings = [...document.querySelectorAll("article.finding")];
	const texts = findings.map((f) => f.textContent.toLowerCase());
	let current = "";

	// The state is in the address, so that it can be sent to others: #rule=discarded&f=...
	const read = () => new URLSearchParams(location.hash.slice(1));
	const write = () => {
		const state = new URLSearchParams();
		if (text.value) state.set("q", text.value);
		for (const s of selects) if (s.value) state.set(s.id, s.value);
		if (current) state.set("f", current);
		history.replaceState(null, "", state.size ? "#" + state : location.pathname + location.search);
	};
	const filter = () => {
		const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
		let n = 0;
		findings.forEach((f, i) => {
			const fits = selects.every((s) => !s.value || f.dataset[s.id] === s.value) && words.every((w) => texts[i].includes(w));
			f.hidden = !fits;
			if (fits) n++;
		});
		shown.textContent = n === findings.length ? `${n} shown` : `${n} of ${findings.length} shown`;
		none.hidden = n > 0 || findings.length === 0;
	};
	const show = (id) => {
		const target = document.getElementById(id);
		if (!target) return;
		if (target.hidden) { reset(); }
		if (target.tagName === "DETAILS") target.open = true;
		if (target.matches("article")) {
			current = id;
			target.querySelectorAll("details").forEach((d) => { d.open = true; });
			target.focus({ preventScroll: true });
		}
		target.scrollIntoView();
	};
	const reset = () => {
		text.value = "";
		for (const s of selects) s.value = "";
		filter();
	};
	const restore = () => {
		let hash = location.hash.slice(1);
		try { hash = decodeURIComponent(hash); } catch { /* no address of this page */ }
		if (hash && document.getElementById(hash)) return show(hash); // of a link in the page
		const state = read();
		text.value = state.get("q") ?? "";
		for (const s of selects) {
			const value = state.get(s.id) ?? "";
			s.value = [...s.options].some((o) => o.value === value) ? value : "";
		}
		filter();
		if (state.get("f")) show(state.get("f"));
	};
	const step = (by) => {
		const visible = findings.filter((f) => !f.hidden);
		if (!visible.length) return;
		const at = visible.findIndex((f) => f.contains(document.activeElement));
		const next = visible[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by, 0), visible.length - 1)];
		next.focus({ preventScroll: true });
		next.scrollIntoView({ block: "start" });
		current = next.id;
		write();
	};

	form.addEventListener("input", () => { current = ""; filter(); write(); });
	form.addEventListener("reset", (e) => { e.preventDefault(); current = ""; reset(); write(); });
	form.addEventListener("submit", (e) => e.preventDefault());
	window.addEventListener("hashchange", restore);
	document.addEventListener("keydown", (e) => {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		const typing = e.target.matches("input, select");
		if (e.key === "Escape") { document.activeElement.blur(); return; }
		if (typing) return;
		if (e.key === "/") { e.preventDefault(); text.focus(); }
		else if (e.key === "j") step(1);
		else if (e.key === "k") step(-1);
		else if (e.key === "Enter" && e.target.matches("article")) e.target.querySelectorAll("details").forEach((d) => { d.open = !d.open; });
	});

	const root = document.documentElement;
	const kept = () => { try { return localStorage.getItem("awserrlint-theme"); } catch { return null; } };
	if (kept()) root.dataset.theme = kept();
	document.getElementById("theme").addEventListener("click", () => {
		const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset.theme = dark ? "light" : "dark";
		try { localStorage.setItem("awserrlint-theme", root.dataset.theme); } catch { /* a page that may keep nothing */ }
	});

	let opened = [];
	window.addEventListener("beforeprint", () => {
		opened = [...document.querySelectorAll("details:not([open])")];
		opened.forEach((d) => { d.open = true; });
	});
	window.addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));

	form.hidden = false;
	document.querySelector(".keys").hidden = false;
	restore();
})();
