import * as vscode from "vscode";
import { LanguageClient, State } from "vscode-languageclient/node";

import { environment, find, install } from "./program";

let output: vscode.LogOutputChannel;
let client: LanguageClient | undefined;
let last: Promise<void> = Promise.resolve(); // the last start or stop

/** Starts the language server, and again whenever settings change. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	output = vscode.window.createOutputChannel("awserrlint", { log: true });
	context.subscriptions.push(
		output,
		vscode.commands.registerCommand("awserrlint.restart", restart),
		vscode.commands.registerCommand("awserrlint.showOutput", () => output.show()),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration("awserrlint.path") || event.affectsConfiguration("awserrlint.flags")) {
				return restart();
			}
		}),
	);
	await restart();
}

export function deactivate(): Promise<void> {
	return inTurn(stop);
}

function restart(): Promise<void> {
	return inTurn(async () => {
		await stop();
		await start();
	});
}

/** Runs job when those before it have ended, so that there are never two servers. */
function inTurn(job: () => Promise<void>): Promise<void> {
	last = last.then(job).catch((err: unknown) => output.error(String(err)));
	return last;
}

async function start(): Promise<void> {
	const settings = vscode.workspace.getConfiguration("awserrlint");
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
	const path = settings.get("path", "");
	const command = find(path, process.env, folder);
	if (command === undefined) {
		void tellMissing(path);
		return;
	}
	const args = ["lsp", ...settings.get<string[]>("flags", [])];
	output.info(`${command} ${args.join(" ")}`);
	const options = { cwd: folder || undefined, env: environment(process.env) };
	client = new LanguageClient("awserrlint", "awserrlint", { command, args, options }, {
		documentSelector: [{ scheme: "file", language: "go" }],
		outputChannel: output,
	});
	try {
		await client.start();
	} catch (err) {
		output.error(String(err));
		const choice = await vscode.window.showErrorMessage(
			`awserrlint: ${command} does not start as a language server. Is it up to date, and are the flags right?`, "Output", "Settings");
		await follow(choice);
	}
}

async function stop(): Promise<void> {
	const running = client;
	client = undefined;
	if (running?.state === State.Running) {
		await running.stop();
	}
	await running?.dispose();
}

async function tellMissing(path: string): Promise<void> {
	const what = path === "" ? "awserrlint is not installed, or not where it is looked for" : `awserrlint: there is no program ${path}`;
	output.warn(what);
	await follow(await vscode.window.showErrorMessage(`${what}. To install it: ${install}`, "Install", "Copy", "Settings"));
}

async function follow(choice: string | undefined): Promise<void> {
	switch (choice) {
		case "Install": {
			const terminal = vscode.window.createTerminal("awserrlint");
			terminal.show();
			terminal.sendText(install);
			break;
		}
		case "Copy":
			await vscode.env.clipboard.writeText(install);
			break;
		case "Settings":
			await vscode.commands.executeCommand("workbench.action.openSettings", "awserrlint");
			break;
		case "Output":
			output.show();
			break;
	}
}
