@echo off
rem Opens the window without arguments, runs a command with them. Needs a Java 25 or newer somewhere.
setlocal
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "JAVA_EXE="

call :try "%HOME_DIR%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*25*" "%ProgramFiles%\Java\*25*" "%ProgramFiles%\Microsoft\*25*" "%ProgramFiles%\Zulu\*25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~D"
if not defined JAVA_EXE (
    echo calsync needs Java 25, which was not found: install it with "winget install EclipseAdoptium.Temurin.25.JRE", or set JAVA_HOME to where it is. 1>&2
    exit /b 78
)

"%JAVA_EXE%" -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -Xms320m -Xmn192m -XX:+UseParallelGC "-XX:AOTCache=%HOME_DIR%\lib\calsync.aot" -Xlog:disable "--module-path=%HOME_DIR%\lib\javafx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED %CALSYNC_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\calsync.jar" io.calsync.app.Main %*
exit /b %ERRORLEVEL%

rem Takes the first folder whose release file says 25 or newer.
:try
if defined JAVA_EXE exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^". %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do if %%V geq 25 set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0
