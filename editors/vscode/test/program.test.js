const assert = require("node:assert");
const { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { homedir, tmpdir } = require("node:os");
const { delimiter, join } = require("node:path");
const { after, before, test } = require("node:test");

const { environment, find } = require("../dist/program.js");

let dir;
before(() => {
	dir = mkdtempSync(join(tmpdir(), "awserrlint-"));
	for (const folder of ["one", "two", "gopath/bin", "home/go/bin", "folder/awserrlint"]) {
		mkdirSync(join(dir, folder), { recursive: true });
	}
	process.env.HOME = join(dir, "home");
});
after(() => rmSync(dir, { recursive: true }));

/** Makes a file, that can be run or not, and returns its name. */
function program(name, mode = 0o755) {
	const file = join(dir, name);
	writeFileSync(file, "#!/bin/sh\n");
	chmodSync(file, mode);
	return file;
}

test("nothing is found where nothing is", () => {
	assert.equal(find("", { PATH: join(dir, "one"), GOPATH: join(dir, "gopath") }, dir), undefined);
	assert.equal(find("", { PATH: join(dir, "folder") }, dir), undefined, "a folder is no program");
	assert.equal(find("", { PATH: "" }, dir), undefined);
	assert.equal(find("", {}, ""), undefined);
});

test("PATH comes first, then GOBIN, GOPATH, and the default of that", () => {
	const home = program("home/go/bin/awserrlint");
	assert.equal(homedir(), join(dir, "home"));
	assert.equal(find("", {}, dir), home);
	const gopath = program("gopath/bin/awserrlint");
	const env = { GOPATH: ["/nowhere", join(dir, "gopath")].join(delimiter), GOBIN: join(dir, "one"), PATH: ["/nowhere", join(dir, "two")].join(delimiter) };
	assert.equal(find("", env, dir), gopath);
	const gobin = program("one/awserrlint");
	assert.equal(find("", env, dir), gobin);
	program("two/awserrlint", 0o644);
	assert.equal(find("", env, dir), gobin, "what cannot be run is passed over");
	const path = program("two/awserrlint");
	assert.equal(find("", env, dir), path);
});

test("a path of the user's is that file or none, a name is looked up", () => {
	const other = program("two/other");
	const env = { PATH: join(dir, "two") };
	assert.equal(find(other, env, "/nowhere"), other);
	assert.equal(find(" two/other ", env, dir), other);
	assert.equal(find("${workspaceFolder}/two/other", env, dir), other);
	assert.equal(find("~/go/bin/awserrlint", {}, "/nowhere"), join(dir, "home/go/bin/awserrlint"));
	assert.equal(find("other", env, "/nowhere"), other);
	assert.equal(find("two/missing", env, dir), undefined);
	assert.equal(find("missing", env, dir), undefined);
});

test("the program finds the go command", { skip: process.platform === "win32" }, () => {
	assert.equal(environment({ PATH: "/bin", A: "b" }).PATH, "/bin:/usr/local/go/bin");
	assert.equal(environment({ PATH: "/bin", A: "b" }).A, "b");
});
