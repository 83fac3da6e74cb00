# Finds a JDK without starting one: sourced by ../parley and ../mvnw, POSIX sh.
#
#   find_jdk MAJOR   sets jdk_home to the home of a JDK of that feature version or newer and succeeds, or fails with
#                    jdk_report telling where it looked and what was there.
#
# JAVA_HOME comes first, then PATH, then the newest in the places where JDKs usually lie.

# Sets jdk_version to the feature version of the JDK in $1; fails if there is no complete JDK.
read_jdk_version() {
  jdk_version=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r jdk_key jdk_value; do
    [ "$jdk_key" = JAVA_VERSION ] || continue
    jdk_value=${jdk_value#\"}
    jdk_value=${jdk_value#1.}
    jdk_version=${jdk_value%%[!0-9]*}
  done <"$1/release"
  [ -n "$jdk_version" ]
}

# Prints the home of the JDK behind the java command of PATH, if there is one.
jdk_home_on_path() {
  jdk_java=$(command -v java 2>/dev/null) || return 1
  while [ -L "$jdk_java" ]; do
    jdk_link=$(readlink "$jdk_java")
    case $jdk_link in
      /*) jdk_java=$jdk_link ;;
      *) jdk_java=${jdk_java%/*}/$jdk_link ;;
    esac
  done
  jdk_home=$(CDPATH='' cd -- "$(dirname -- "$jdk_java")/.." 2>/dev/null && pwd -P) || return 1
  # A version manager puts a script on PATH, and macOS a stub: only java itself can tell then.
  [ -r "$jdk_home/release" ] ||
    jdk_home=$("$jdk_java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  [ -n "$jdk_home" ] && printf '%s\n' "$jdk_home"
}

# Looks at the home $1, called $2 in the report. Succeeds if it will do.
try_jdk() {
  if ! read_jdk_version "$1"; then
    jdk_report="$jdk_report
  $2: no JDK in $1"
    return 1
  fi
  jdk_report="$jdk_report
  $2: JDK $jdk_version in $1"
  [ "$jdk_version" -ge "$jdk_wanted" ]
}

# Looks in the usual places and sets jdk_home to the newest JDK that will do.
newest_usual_jdk() {
  jdk_home=
  jdk_best=0
  jdk_seen=:
  for jdk_dir in /usr/lib/jvm/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/root}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(/usr/libexec/java_home 2>/dev/null)"; do
    read_jdk_version "$jdk_dir" || continue
    jdk_dir=$(CDPATH='' cd -- "$jdk_dir" && pwd -P)
    case $jdk_seen in *":$jdk_dir:"*) continue ;; esac
    jdk_seen=$jdk_seen$jdk_dir:
    jdk_report="$jdk_report
  usual places: JDK $jdk_version in $jdk_dir"
    [ "$jdk_version" -ge "$jdk_wanted" ] && [ "$jdk_version" -gt "$jdk_best" ] || continue
    jdk_home=$jdk_dir
    jdk_best=$jdk_version
  done
  [ "$jdk_seen" != : ] || jdk_report="$jdk_report
  usual places: no JDK"
  jdk_report="$jdk_report
  (the usual places are /usr/lib/jvm, ~/.sdkman/candidates/java, ~/.jdks, /opt/java, /Library/Java/JavaVirtualMachines)"
  [ -n "$jdk_home" ]
}

find_jdk() {
  jdk_wanted=$1
  jdk_report=
  jdk_home=${JAVA_HOME:-}
  if [ -z "$jdk_home" ]; then
    jdk_report='
  JAVA_HOME: not set'
  elif try_jdk "$jdk_home" JAVA_HOME; then
    return 0
  fi
  if jdk_home=$(jdk_home_on_path); then
    try_jdk "$jdk_home" PATH && return 0
  else
    jdk_report="$jdk_report
  PATH: no java"
  fi
  newest_usual_jdk
}
