" Opens a file of the example in Vim as a user would, and prints what happens, for vim_test.go.
set nomore shellpipe=>%s\ 2>&1
filetype plugin on
let g:ale_hover_to_preview = 1

function! Say(line)
	call writefile([a:line], '/dev/stdout')
endfunction

function! Await(what, ready)
	let start = reltime()
	while !eval(a:ready)
		if reltimefloat(reltime(start)) > 60
			call Say('timeout: ' . a:what)
			cquit
		endif
		sleep 20m
	endwhile
endfunction

exe 'cd' $ORDERS
edit receipts/receipts.go
call Await('diagnostics', '!empty(getloclist(0))')
for d in getloclist(0)
	call Say('diagnostic ' . d.lnum . ': ' . d.text)
endfor

" What can s3.HeadObject return?
call cursor(46, 20)
ALEHover
call Await('hover', 'winnr("$") > 1')
wincmd w
for line in getline(1, '$')
	call Say('hover: ' . line)
endfor
pclose

" Choose the first action at the match that never matches.
function! Choose(data, items)
	for [_, action] in a:items
		call Say('action: ' . action.title)
	endfor
	call ale#codefix#ApplyLSPCodeAction(a:data, a:items[0][1])
endfunction
call cursor(48, 6)
call ale#codefix#Execute(0, function('Choose'))
call Await('the fix', 'getline(47) =~ "NotFound"')
silent write
call Await('the end of the finding', 'empty(filter(getloclist(0), "v:val.text =~ \"never returns\""))')
for n in range(46, 49)
	call Say('line ' . n . ': ' . getline(n))
endfor

" What does the linter print?
silent make!
for e in getqflist()
	call Say('error ' . bufname(e.bufnr) . ':' . e.lnum . ':' . e.col . ' ' . e.type . ' ' . matchstr(e.text, '\S*$'))
endfor
qa!
