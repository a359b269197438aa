# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# Completion of mezasu-cli for bash. tests/cli/usage.py holds it against the program's own --help.

_mezasu_cli_options() {
  case $1 in
    samples | info | history | trace | diff) echo --json ;;
    new) echo --sample ;;
    check) echo --strict --json ;;
    import) echo --map --dry-run --json ;;
    export) echo --output --kind ;;
    analyse) echo --scenario --json ;;
    compare) echo --scenarios --json ;;
    budget) echo --this-year --yearly --by --frontier --json ;;
    chart) echo --output --list --scenario --size --theme --unit --record --json ;;
    report) echo --output --audience --pages --list --paper --palette --template --unit --scenario ;;
    carry) echo --output ;;
    merge) echo --output --prefer ;;
    recover) echo --list --json ;;
    calc) echo --list ;;
  esac
}

# Words that may stand behind an option or as an argument; nothing where a file is meant.
_mezasu_cli_values() {
  case $1 in
    --lang) echo ja en ;;
    --theme) echo light dark print ;;
    --paper) echo 16:9 4:3 a4 a4-portrait ;;
    --palette) echo print light dark ;;
    --audience) echo all board management audit workshop ;;
    --pages) mezasu-cli report --list 2>/dev/null | cut -f 1 ;;
    --prefer) echo mine theirs ;;
    --unit) echo yen thousand man million oku ;;
    --sample) mezasu-cli samples 2>/dev/null | awk 'NR > 1 { print $1 }' ;;
    --kind) mezasu-cli schema 2>/dev/null | awk -F '"' '/^  "/ { on = $2 == "$defs" } on && /^    "[a-z_]+": \{$/ { print $2 }' ;;
    calc) mezasu-cli calc --list 2>/dev/null ;;
    chart) mezasu-cli chart --list 2>/dev/null | cut -f 1 ;;
  esac
}

_mezasu_cli() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word i
  local commands='samples new info check import export schema analyse compare budget trace chart report history undo redo diff
    merge carry recover calc'
  local anywhere='--help --version --lang'
  COMPREPLY=()

  # The command is the first word that is neither an option nor the value of --lang.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == --lang ]]; then
      ((i++))
    elif [[ $word != -* ]]; then
      command=$word
      break
    fi
  done

  case $previous in
    --lang | --theme | --prefer | --paper | --palette | --audience | --pages | --unit | --sample | --kind)
      mapfile -t COMPREPLY < <(compgen -W "$(_mezasu_cli_values "$previous")" -- "$current")
      return ;;
    -o | --output | --template)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return ;;
    --scenario | --scenarios | --size | --map)
      return ;;
  esac

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_mezasu_cli_options "$command") $anywhere" -- "$current")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
  elif [[ $command == calc ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_mezasu_cli_values calc)" -- "$current")
  elif [[ $command == chart && $previous != chart ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_mezasu_cli_values chart)" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _mezasu_cli mezasu-cli
