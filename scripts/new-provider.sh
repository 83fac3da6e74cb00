#!/usr/bin/env bash
# Makes the beginnings of an adapter for an SMS provider, from the templates in new-provider/.
set -euo pipefail

usage='Usage: scripts/new-provider.sh NAME [--standalone DIR]

  NAME               what the provider is called in the API: 1 to 40 lower-case letters, digits and dashes
  --standalone DIR   make a Maven project of its own in DIR, built against installed artifacts of Parley;
                     without it, make the module adapters-NAME in this checkout

What it makes compiles and is discovered. Its contract test is red and says what to fill in.
docs/adding-a-provider.md walks through all of it.'

die() {
  printf 'new-provider: %s\n' "$1" >&2
  exit 2
}

read_arguments() {
  name='' directory=''
  while (($# > 0)); do
    case $1 in
      -h | --help)
        printf '%s\n' "$usage"
        exit 0
        ;;
      --standalone)
        (($# > 1)) && [[ -n $2 && $2 != -* ]] || die '--standalone needs a directory'
        directory=$2
        shift
        ;;
      -*) die "unknown option '$1'; there are --standalone and --help" ;;
      *)
        [[ -z $name ]] || die "one name at a time: there is '$name', and then '$1'"
        [[ -n $1 ]] || die 'the name is empty'
        name=$1
        ;;
    esac
    shift
  done
  [[ -n $name ]] || die 'which name? For example: scripts/new-provider.sh acme'
  [[ $name =~ ^[a-z][a-z0-9-]{0,39}$ ]] ||
    die "a name has 1 to 40 lower-case letters, digits and dashes and begins with a letter: '$name'"
}

keywords='abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
finally float for goto if implements import instanceof int interface long native new null package private protected public return
short static strictfp super switch synchronized this throw throws transient true try void volatile while'

# acme-text: class AcmeText, package acmetext.
derive_words() {
  root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
  templates=$root/scripts/new-provider
  version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml")
  title='' package=${name//-/}
  local word
  for word in ${name//-/ }; do title+=$(tr '[:lower:]' '[:upper:]' <<<"${word:0:1}")${word:1}; done
  # A package cannot be called by a word of the language's own.
  [[ " ${keywords//$'\n'/ } " != *" $package "* ]] || package+=sms
  if [[ -n $directory ]]; then package=com.example.$package; else package=dev.parley.$package; fi
  placeholders=(-e "s/__name__/$name/g" -e "s/__Name__/$title/g" -e "s/__package__/$package/g" -e "s/__version__/$version/g")
  local property value
  while IFS='=' read -r property value; do
    placeholders+=(-e "s|__${property}__|$value|g")
  done < <(sed -n -E 's:^ +<((plugin\.[a-z]+\.version)|java\.release)>(.*)</.*>$:\1=\3:p' "$root/pom.xml")
}

# Writes the template $1 to $2 under the target.
fill() {
  mkdir -p "$(dirname -- "$target/$2")"
  sed "${placeholders[@]}" "$templates/$1" >"$target/$2"
}

fill_sources() {
  local java=java/${package//.//}
  fill source/ProviderFactory.java "src/main/$java/${title}ProviderFactory.java"
  fill source/Provider.java "src/main/$java/${title}Provider.java"
  fill source/ContractTest.java "src/test/$java/${title}ContractTest.java"
  fill source/services "src/main/resources/META-INF/services/dev.parley.ports.spi.SmsProviderFactory"
}

make_standalone() {
  target=$directory
  [[ ! -e $target ]] || [[ -d $target && -z $(ls -A -- "$target") ]] || die "$target is there already, and not empty"
  fill standalone/pom.xml pom.xml
  fill standalone/.gitignore .gitignore
  fill_sources
  printf 'Made %s, a project of its own. The artifacts of Parley that it builds against come into your Maven repository by\n' "$target"
  printf '  ./mvnw -q install -DskipTests -pl ports,testkit -am\n'
  printf 'Then, in %s, mvn test is red and says what to fill in.\n' "$target"
}

make_module() {
  target=$root/adapters-$name
  [[ ! -e $target ]] || die "$target is there already"
  fill module/pom.xml pom.xml
  fill module/package-info.java "src/main/java/${package//.//}/package-info.java"
  fill_sources
  enter_module
  printf 'Made adapters-%s, and a line for it in pom.xml.\n' "$name"
  printf './mvnw -pl adapters-%s -am test -Dtest=%sContractTest -Dsurefire.failIfNoSpecifiedTests=false\n' "$name" "$title"
  printf 'is red and says what to fill in.\n'
}

# The module stands behind the last adapter in the parent pom.
enter_module() {
  local line="    <module>adapters-$name</module>" last pom=$root/pom.xml
  last=$(grep -n '^    <module>adapters-' "$pom" | tail -n 1 | cut -d : -f 1)
  [[ -n $last ]] || die "pom.xml lists no adapters; add the line yourself: $line"
  sed -e "${last}a\\
$line" "$pom" >"$pom.new"
  cat "$pom.new" >"$pom"
  rm -f -- "$pom.new"
}

read_arguments "$@"
derive_words
if [[ -n $directory ]]; then make_standalone; else make_module; fi
