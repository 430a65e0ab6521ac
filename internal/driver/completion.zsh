# zsh completion of awserrlint: source <(awserrlint completion zsh)
_awserrlint() {
	case $words[2] in
	rules) _arguments '-json[print JSON]' '*: :' && return ;;
	errors) _arguments '-json[print JSON]' '-C[look in the module of dir]:dir:_files -/' '*: :' && return ;;
	completion) compadd bash zsh fish && return ;;
	esac
	((CURRENT == 2)) && compadd @SUBCOMMANDS@
	_arguments \
@SPECS@		'*:package:_files -g "*.go(-.) *(-/)"'
}
compdef _awserrlint awserrlint
