# Sourced by ./run, ./test and benchmarks/run: finds the tools, or installs them where that is allowed (Debian and Ubuntu, as root or
# with a sudo that asks no password), or says exactly what is missing.

missing=()

# Older systems bring an older Maven, and Ubuntu brings Chromium by another way than packages.
by_hand="Install it by hand and put it on the PATH; a browser may be named by CHROMIUM=/path/to/chrome."

# want COMMAND-THAT-SUCCEEDS PACKAGE WHAT-A-PERSON-CALLS-IT
want() {
    eval "$1" > /dev/null 2>&1 || missing+=("$2|$3|$1")
}

has_jdk17() {
    local javac=${JAVA_HOME:+$JAVA_HOME/bin/javac}
    "${javac:-javac}" -version 2>&1 | grep -q '^javac 17\.'
}

has_maven() {
    local version
    version=$(mvn --version 2> /dev/null | sed -n 's/^.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    [ -n "$version" ] && [ "$(printf '%s\n3.8\n' "$version" | sort -V | head -1)" = 3.8 ]
}

has_npm() {
    npm --version
}

has_chromium() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Debian keeps several JDKs side by side; the one we need may be there without being the default.
choose_jdk17() {
    if ! has_jdk17; then
        local home
        for home in /usr/lib/jvm/java-17-openjdk-*; do
            if [ -x "$home/bin/javac" ]; then
                export JAVA_HOME=$home
                return
            fi
        done
    fi
}

# How packages are installed here without asking anybody; nothing where that cannot be.
apt_get() {
    if ! command -v apt-get > /dev/null; then return; fi
    if [ "$(id -u)" = 0 ]; then echo "env DEBIAN_FRONTEND=noninteractive apt-get";
    elif sudo -n true 2> /dev/null; then echo "sudo env DEBIAN_FRONTEND=noninteractive apt-get"; fi
}

# wish COMMAND PACKAGE: what only makes things faster is installed where that can be, and done without elsewhere
wish() {
    local apt
    apt=$(apt_get)
    if [ -n "$apt" ] && ! command -v "$1" > /dev/null; then
        echo "Installing $2 …"
        $apt -qq -y install --no-install-recommends "$2" > /dev/null 2>&1 || true
    fi
}

install_missing() {
    [ ${#missing[@]} -eq 0 ] && return
    local packages=() names=() package name has apt entry
    for entry in "${missing[@]}"; do
        IFS='|' read -r package name has <<< "$entry"
        packages+=("$package")
        names+=("$name (package $package)")
    done
    apt=$(apt_get)
    if [ -z "$apt" ]; then
        echo "Missing: $(IFS=';'; echo "${names[*]}" | sed 's/;/; /g')." >&2
        echo "Install it and try again; on Debian or Ubuntu: sudo apt-get install ${packages[*]}" >&2
        exit 1
    fi
    echo "Installing ${packages[*]} …"
    $apt -qq update && $apt -qq -y install --no-install-recommends "${packages[@]}" > /dev/null || {
        echo "apt-get could not install: ${packages[*]}. $by_hand" >&2
        exit 1
    }
    choose_jdk17
    for entry in "${missing[@]}"; do
        IFS='|' read -r package name has <<< "$entry"
        eval "$has" > /dev/null 2>&1 || { echo "The package $package of this system is not $name. $by_hand" >&2; exit 1; }
    done
    missing=()
}

need_build_tools() {
    choose_jdk17
    want has_jdk17 openjdk-17-jdk-headless "JDK 17"
    want has_maven maven "Maven 3.8 or newer"
    want has_npm npm "npm"
}

java_home() {
    choose_jdk17
    if [ -z "${JAVA_HOME:-}" ]; then
        JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
        export JAVA_HOME
    fi
}

sala=target/sala

# Names, sizes and times of all sources: the same as at the last build means nothing to build.
sources() {
    find . \( -name target -o -name node_modules -o -name .git -o -path ./data -o -path ./data-demo -o -path ./docs -o -path ./itests -o -path ./benchmarks \) \
        -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum
}

# Makes the distribution in $sala, without tests and style, when a source has changed.
build_sala() {
    local stamp=$sala.sources now
    if [ "$(cat "$stamp" 2> /dev/null)" != "$(sources)" ] || [ ! -x "$sala/bin/sala" ]; then
        need_build_tools
        install_missing
        java_home
        echo "Building Sala …$([ -d "$HOME/.m2/repository/org/apache/karaf" ] || echo ' (the first time takes some minutes)')"
        now=$(sources)
        mvn -q -B -ntp ${SALA_MAVEN_ARGS:-} install -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -Darchive=false -pl '!itests,!benchmarks'
        rm -rf "$sala" "$stamp"
        mkdir -p target
        cp -r karaf-assembly/target/assembly "$sala"
        echo "$now" > "$stamp"
    fi
}
