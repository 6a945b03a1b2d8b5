# Sourced by mvnw and volans: finds a Java new enough to build and run Volans. POSIX sh, no subprocess on the usual way.

java_needed=21

# java_look HOME [javac]: true when HOME holds a Java that is new enough (and has a compiler, if asked for one);
# sets java_major and java_build from its "release" file.
java_look() {
    java_major=0 java_build=unknown
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    [ -z "$2" ] || [ -x "$1/bin/$2" ] || return 1
    while IFS='=' read -r java_key java_value; do
        java_value=${java_value#\"} java_value=${java_value%\"}
        case $java_key in
            JAVA_VERSION) java_major=${java_value%%[!0-9]*} ;;
            JAVA_RUNTIME_VERSION) java_build=$java_value ;;
        esac
    done < "$1/release"
    [ "${java_major:-0}" -ge "$java_needed" ]
}

# java_find [javac]: sets java_home, java_major and java_build: JAVA_HOME first, then the java on the PATH,
# then the newest of the usual folders. With "javac" it must be a JDK, not only a runtime.
java_find() {
    java_home=
    if [ -n "$JAVA_HOME" ] && java_look "$JAVA_HOME" "$1"; then java_home=$JAVA_HOME; return 0; fi
    java_path=$(command -v java) && java_path=$(readlink -f "$java_path" 2> /dev/null) && java_path=${java_path%/bin/java}
    if [ -n "$java_path" ] && java_look "$java_path" "$1"; then java_home=$java_path; return 0; fi
    java_best=0
    for java_path in /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/* /opt/java/* /opt/jdk/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if java_look "$java_path" "$1" && [ "$java_major" -gt "$java_best" ]; then
            java_best=$java_major java_home=$java_path
        fi
    done
    [ -n "$java_home" ] && java_look "$java_home" "$1"
}

# java_missing WHO [javac]: says what is missing and how to get it, and exits.
java_missing() {
    if [ -n "$2" ]; then java_kind="JDK"; else java_kind="Java"; fi
    echo "$1: no $java_kind $java_needed or newer found (JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman): install one, such as" \
        "Eclipse Temurin 25 or your distribution's openjdk-25-jdk, or point JAVA_HOME at it." >&2
    exit 1
}
