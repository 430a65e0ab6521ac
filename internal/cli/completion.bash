# bash completion of awserrlint: source <(awserrlint completion bash)
_awserrlint() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} list=
	if [[ $cur == = ]]; then # of -flag=value, which bash takes apart
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	COMPREPLY=()
	case ${prev/#--/-} in
@VALUES@	-rules)
		[[ $cur == *,* ]] && list=${cur%,*},
		COMPREPLY=($(compgen -P "$list" -W '@RULES@' -- "${cur##*,}"))
		;;
	-C) COMPREPLY=($(compgen -d -- "$cur")) ;;
@WORDS@	*)
		@COMMAND_FLAGS@if [[ $cur == -* ]]; then
			COMPREPLY=($(compgen -W '@FLAGS@' -- "$cur"))
		elif ((COMP_CWORD == 1)); then
			COMPREPLY=($(compgen -W '@COMMANDS@' -- "$cur") $(compgen -d -- "$cur") $(compgen -f -X '!*.go' -- "$cur"))
		else
			COMPREPLY=($(compgen -d -- "$cur") $(compgen -f -X '!*.go' -- "$cur"))
		fi
		;;
	esac
}
complete -o filenames -F _awserrlint awserrlint
