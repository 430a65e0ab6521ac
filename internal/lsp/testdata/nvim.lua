-- Opens a file of the example in Neovim as a user would, and prints what happens, for nvim_test.go.
local function say(format, ...) io.stdout:write(string.format(format, ...) .. "\n") end
local function await(what, ready)
	if not vim.wait(60000, ready, 20) then
		say("timeout: %s", what)
		vim.cmd("cquit")
	end
end
local function diagnostic(code)
	for _, d in ipairs(vim.diagnostic.get(0)) do
		if d.code == code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code == code) then return d end
	end
end

vim.cmd("edit " .. vim.env.ORDERS .. "/receipts/receipts.go")
vim.bo.filetype = "go"
local client = vim.g.awserrlint

await("diagnostics", function() return diagnostic("impossiblematch") end)
for _, d in ipairs(vim.diagnostic.get(0)) do say("diagnostic %d: %s", d.lnum + 1, d.message) end

-- What can s3.HeadObject return?
vim.fn.cursor(46, 20)
vim.lsp.buf.hover()
local float
await("hover", function()
	for _, win in ipairs(vim.api.nvim_list_wins()) do
		if vim.api.nvim_win_get_config(win).relative ~= "" then float = win end
	end
	return float
end)
for _, line in ipairs(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false)) do say("hover: %s", line) end
vim.api.nvim_win_close(float, true)

-- Choose the first action at the match that never matches.
vim.ui.select = function(items, _, choose)
	for _, item in ipairs(items) do say("action: %s", item[2].title) end
	choose(items[1])
end
vim.fn.cursor(48, 6)
vim.lsp.buf.code_action()
await("the fix", function() return vim.fn.getline(47):find("NotFound") or vim.fn.getline(48):find("NotFound") end)
await("the end of the finding", function() return not diagnostic("impossiblematch") end)

-- An edit that loses an error, without saving.
vim.fn.append(45, "\tb.s3.HeadObject(ctx, nil)")
await("a finding of what was typed", function()
	local d = diagnostic("discarded")
	return d and d.lnum == 45
end)
say("typed: %s", diagnostic("discarded").message)
vim.fn.deletebufline("%", 46)
vim.cmd("silent write")
for n = 44, 52 do say("line %d: %s", n, vim.fn.getline(n)) end
vim.lsp.stop_client(client)
await("the end of the server", function() return vim.lsp.client_is_stopped(client) end)
say("done")
vim.cmd("qa!")
