#!/bin/bash
# Builds target/installer/calsync_VERSION_ARCH.deb: the console with its own Java, nothing else to install.
set -euo pipefail
cd "$(dirname "$0")/.."

needs() { command -v "$1" >/dev/null || { echo "linux-deb.sh needs $1: apt install $2" >&2; exit 69; }; }
needs dpkg-deb dpkg
needs objcopy binutils

[ -e target/calsync/lib/calsync.jar ] || ./mvnw -B -ntp -q package -DskipTests
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' pom.xml | head -1)
version=${version%-SNAPSHOT}
arch=$(dpkg --print-architecture)
# The JDK that the build found and used.
jdk=$(tr -d '\n' < target/discovered-jdks.xml | grep -o '<version>25[^<]*</version>.*' | grep -o '<jdkHome>[^<]*' | head -1 | cut -d'>' -f2)

out=target/installer
rm -rf "$out"
mkdir -p "$out"

echo "1/4 runtime: the modules of JDK and JavaFX that the console uses"
"$jdk/bin/jlink" --module-path target/calsync/lib/javafx --output "$out/runtime" \
    --add-modules javafx.controls,javafx.fxml,java.sql,java.naming,java.management,java.net.http,jdk.httpserver,jdk.localedata,jdk.unsupported,jdk.crypto.ec,jdk.security.auth,jdk.zipfs \
    --include-locales=en,de --strip-debug --no-header-files --no-man-pages --compress zip-6

echo "2/4 application folder"
mkdir "$out/jars"
cp -a target/calsync/lib/calsync.jar target/calsync/lib/libs "$out/jars/"
java_options=(-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -Xms320m -Xmn192m -XX:+UseParallelGC -XX:+UseTransparentHugePages -Xlog:disable --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED)
"$jdk/bin/jpackage" --type app-image --name calsync --dest "$out" --app-version "$version" --vendor "Calsync" \
    --icon src/main/resources/io/calsync/ui/icon.png --runtime-image "$out/runtime" \
    --input "$out/jars" --main-jar calsync.jar --main-class io.calsync.app.Main \
    $(printf -- '--java-options %s ' "${java_options[@]}") --java-options '-XX:AOTCache=$APPDIR/calsync.aot'

echo "3/4 start-up cache: one command, run in a throw-away home"
app=$PWD/$out/calsync/lib/app
class_path=$(sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/calsync.cfg" | paste -sd:)
home=$(mktemp -d)
code=0
XDG_DATA_HOME=$home "$out/runtime/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$app/calsync.aot" -Duser.home="$home" \
    -cp "$class_path" io.calsync.app.Main --sample sync --check-only >/dev/null 2>"$out/training.log" || code=$?
rm -rf "$home"
# 0, 2 and 3 are answers: nothing to do, differences found, conflicts open.
case $code in 0 | 2 | 3) ;; *) cat "$out/training.log" >&2; exit 1 ;; esac

echo "4/4 package"
root=$out/root
mkdir -p "$root"/{opt,usr/bin,usr/share/applications,usr/share/icons/hicolor/256x256/apps,usr/share/icons/hicolor/scalable/apps,DEBIAN}
cp -a "$out/calsync" "$root/opt/calsync"
ln -s /opt/calsync/bin/calsync "$root/usr/bin/calsync"
cp installer/calsync.desktop "$root/usr/share/applications/"
cp src/main/resources/io/calsync/ui/icon.png "$root/usr/share/icons/hicolor/256x256/apps/calsync.png"
cp installer/calsync.svg "$root/usr/share/icons/hicolor/scalable/apps/"
chmod -R u=rwX,go=rX "$root"
cat > "$root/DEBIAN/control" <<CONTROL
Package: calsync
Version: $version
Architecture: $arch
Section: office
Priority: optional
Maintainer: Calsync <support@calsync.invalid>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6, libgtk-3-0 | libgtk-3-0t64, libx11-6, libxxf86vm1, libxtst6, libgl1, libfreetype6, zlib1g
Description: keeps a booking platform and its Cal.com event types in agreement
 Shows every difference between the services of the platform and their event
 types at Cal.com, and lets a person or a policy decide. Opens a window without
 arguments and runs commands with them, see calsync --help.
CONTROL
deb=$out/calsync_${version}_$arch.deb
dpkg-deb --root-owner-group -Zxz -z2 --build "$root" "$deb" >/dev/null
echo "$deb ($(du -h "$deb" | cut -f1))"
