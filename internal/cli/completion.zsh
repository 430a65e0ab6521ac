# zsh completion of awserrlint: source <(awserrlint completion zsh)
_awserrlint() {
	case $words[2] in
@COMMAND_ARGS@	esac
	((CURRENT == 2)) && compadd @COMMANDS@
	_arguments \
@SPECS@		'*:package:_files -g "*.go(-.) *(-/)"'
}
compdef _awserrlint awserrlint
