import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

/** How users get the program. */
export const install = "go install github.com/awserrlint/awserrlint/cmd/awserrlint@latest";

/**
 * Finds the program as a shell and the go command would.
 *
 * @param path the path that the user has set; "" for none. A name is looked up, and ~ is the home.
 * @param env the environment
 * @param folder what ${workspaceFolder} and relative paths mean
 * @returns the absolute path of a file that can be run, or undefined if there is none
 */
export function find(path: string, env: NodeJS.ProcessEnv, folder: string): string | undefined {
	const home = homedir();
	path = path.trim().replaceAll("${workspaceFolder}", folder).replace(/^~(?=[\\/])/, home);
	if (/[\\/]/.test(path)) {
		return runnable(isAbsolute(path) ? path : join(folder, path));
	}
	const gopaths = env.GOPATH ? env.GOPATH.split(delimiter) : [join(home, "go")];
	const folders = [...(env.PATH ?? env.Path ?? "").split(delimiter), env.GOBIN ?? "", ...gopaths.map((dir) => join(dir, "bin"))];
	for (const dir of folders.filter(isAbsolute)) {
		const found = runnable(join(dir, path || "awserrlint"));
		if (found) {
			return found;
		}
	}
	return undefined;
}

/**
 * Returns env for the program, which runs the go command: an editor that no shell has started may not
 * have the PATH to it, so the folder of https://go.dev/doc/install comes last.
 */
export function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	if (process.platform === "win32") { // the installer sets Path for everybody
		return env;
	}
	return { ...env, PATH: [env.PATH ?? "", "/usr/local/go/bin"].join(delimiter) };
}

/** Returns file, or file with ".exe" on Windows, if it can be run. */
function runnable(file: string): string | undefined {
	for (const name of process.platform === "win32" ? [file, file + ".exe"] : [file]) {
		try {
			accessSync(name, constants.X_OK);
			if (statSync(name).isFile()) {
				return name;
			}
		} catch {
			// There is none.
		}
	}
	return undefined;
}
