# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run and test: where we are, saying what happens, installing what is missing.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8
jobs=$(nproc 2>/dev/null || echo 2)

step() { printf '\n\033[1m== %s\033[0m (%s)\n' "$1" "$(date +%H:%M:%S)"; }

# install_packages KIND…: Debian packages without a mark, and those with one of the marks KIND.
install_packages() {
    wanted=$(awk -v kinds=" $* " '!/^#/ && NF && (NF == 1 || index(kinds, " " $2 " ")) { print $1 }' packaging/packages)
    missing=""
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        echo "All packages are there."
        return
    fi
    echo "Installing:$missing"
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -q
    case "$missing" in
    *" postgresql"*) # tests start one of their own; Debian's would only be in the way
        $as_root apt-get install -y -q --no-install-recommends postgresql-common
        $as_root sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
        ;;
    esac
    # shellcheck disable=SC2086
    $as_root apt-get install -y -q --no-install-recommends $missing
}

# build PRESET [cmake options]: configures and builds; ninja shows progress by itself.
build() {
    preset=$1
    shift
    export CCACHE_DIR="${CCACHE_DIR:-$HOME/.cache/ccache}" CCACHE_SLOPPINESS=pch_defines,time_macros
    cmake --preset "$preset" "$@" > "build-$preset.log" 2>&1 || { cat "build-$preset.log"; rm -f "build-$preset.log"; return 1; }
    rm -f "build-$preset.log"
    cmake --build --preset "$preset" --parallel "$jobs"
}
