# Sourced by volans: copes with what batch jobs, cron and containers leave out. POSIX sh, no subprocess on the usual way.

# A file that the JVM opens gets the number of a stream that is closed, and would be read or written as that stream.
if ! true 3>&2; then exec 2> /dev/null; fi
if ! { true 3<&0; } 2> /dev/null; then exec < /dev/null; fi
if ! { true 3>&1; } 2> /dev/null; then exec > /dev/null; fi

# utf8_locale: Java can name only those files that the locale can, and cron, batch systems and containers give none, or the name
# of one that is not installed. One that the user has chosen for its other encoding stays, if it is installed: without it all is
# ASCII, which the subprocess says.
utf8_locale() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
        '' | C | POSIX) ;;
        *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ] || return 0 ;;
        *) [ "$(locale charmap 2> /dev/null)" = ANSI_X3.4-1968 ] || return 0 ;;
    esac
    LC_ALL=C.UTF-8
    export LC_ALL
}

# home_folder: sets home to what "~" is, as it is for Python's programs, and not to what the system's list of users says: other
# programs look there for the SAMP hub. Without HOME that list is asked; who is not in it has the folder for temporary files,
# where Java would make a folder "?".
home_folder() {
    home=${HOME-}
    if [ -z "$home" ]; then
        home=$(getent passwd "$(id -u)" 2> /dev/null | cut -d : -f 6)
        [ -n "$home" ] && [ -d "$home" ] || home=${TMPDIR:-/tmp}
    fi
    case "${JAVA_TOOL_OPTIONS-} ${VOLANS_JAVA_OPTIONS-}" in *-Duser.home=*) home= ;; esac
}

# temporary_folder: sets temporary to TMPDIR where that can be written; batch systems give each job one of its own.
temporary_folder() {
    temporary=
    if [ -n "${TMPDIR-}" ] && [ -d "$TMPDIR" ] && [ -w "$TMPDIR" ]; then temporary=$TMPDIR; fi
}

# cache_folder: sets cache to the user's folder for what can be made again: XDG_CACHE_HOME, or ~/.cache. Where that cannot be
# written, as in a container whose root is read-only, one below the folder for temporary files, if it is the user's own and
# nobody else's: programs come out of it.
cache_folder() {
    cache=${XDG_CACHE_HOME:-${HOME:+${HOME%/}/.cache}}
    if [ -n "$cache" ] && mkdir -p "$cache/volans" 2> /dev/null && [ -w "$cache/volans" ]; then return 0; fi
    private=${TMPDIR:-/tmp}/volans-$(id -u)
    (umask 077 && mkdir "$private") 2> /dev/null
    if [ -d "$private" ] && [ ! -h "$private" ] && [ -O "$private" ] && [ -w "$private" ]; then
        case $(ls -ld "$private") in drwx------*) cache=$private ;; esac
    fi
    [ "$cache" = "$private" ] && return 0
    echo "volans: cannot write into ${cache:-a cache folder (HOME is not set)}:" \
        "let XDG_CACHE_HOME name a folder that can be written" >&2
    exit 1
}

# own_letters: sets letters to the JVM's options for the font that the product brings, where the system has none or not the
# library that finds them: pictures of the JVM have no letters then, and most cannot be drawn at all. The JVM wants a file with
# whole paths: it is made beside the folder of this product's state, which may not be there yet.
own_letters() {
    letters=
    [ -e /proc/version ] && [ -d "$product/launcher/fonts" ] || return 0
    for found in /usr/lib/*/libfontconfig.so.1 /usr/lib64/libfontconfig.so.1 /usr/lib/libfontconfig.so.1; do
        [ -e "$found" ] || continue
        for found in /usr/share/fonts/* /usr/local/share/fonts/* "${home:-/none}/.fonts" "${home:-/none}/.local/share/fonts"; do
            if [ -e "$found" ]; then return 0; fi
        done
    done
    letters=$mine.fonts.properties
    of=
    if [ -r "$letters" ]; then read -r of < "$letters"; fi
    [ "$of" = "# $product" ] || write_letters || letters=
}

write_letters() {
    letters=$mine.fonts.properties
    mkdir -p "${mine%/*}" 2> /dev/null && [ -w "${mine%/*}" ] && (
        echo "# $product"
        printf '%s\n' version=1 sequence.allfonts=default
        for family in dialog dialoginput sansserif serif monospaced; do
            printf '%s\n' "$family.plain.default=DejaVu Sans" "$family.italic.default=DejaVu Sans" \
                "$family.bold.default=DejaVu Sans Bold" "$family.bolditalic.default=DejaVu Sans Bold"
        done
        echo "filename.DejaVu_Sans=$product/launcher/fonts/DejaVuSans.ttf"
        echo "filename.DejaVu_Sans_Bold=$product/launcher/fonts/DejaVuSans-Bold.ttf"
    ) > "$letters.$$" && mv "$letters.$$" "$letters"
}
