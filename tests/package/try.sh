#!/usr/bin/env bash
# An outside project builds against what `cmake --install` puts down, and runs; the .deb holds the program: try.sh BUILD_FOLDER
set -euo pipefail
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }
expect() { [ "$2" = "$3" ] || { echo "$1: expected $3, got $2"; exit 1; }; }

quietly cmake --install "$build" --prefix "$work/prefix"
for file in bin/provenu share/man/man1/provenu.1 share/bash-completion/completions/provenu \
            share/zsh/site-functions/_provenu share/fish/vendor_completions.d/provenu.fish; do
    [ -s "$work/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

quietly cmake -G Ninja -S "$here/outside" -B "$work/outside" -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
quietly cmake --build "$work/outside"
expect "net of 2026" "$("$work/outside/outside" "$here/outside/proposal.yaml")" "650.0"  # 6/12 x 2 x 650

(cd "$build" && quietly cpack -G DEB -B "$work")
package=$(echo "$work"/*.deb)
expect "the package's program" "$(dpkg-deb -c "$package" | grep -c ' ./usr/bin/provenu$')" 1
expect "its need of yaml-cpp" "$(dpkg-deb -f "$package" Depends | grep -c libyaml-cpp)" 1
echo "installed, used by an outside project, packaged as $(basename "$package")"
