@echo off
rem Runs this Volans: the folder it lies in is the product. The same as the script "volans" of other systems, which says why.
rem Without a command it opens the workbench: volans [--sky] [-data FOLDER] [--open FILE...].
rem Before anything else may stand --safe (without plug-ins) and --console (Gogo commands from standard input).
rem VOLANS_JAVA_OPTIONS: more options for the Java machine, such as -Xmx8g.
setlocal EnableExtensions DisableDelayedExpansion
set "product=%~dp0"
set "product=%product:~0,-1%"

rem A Java of 21 or newer: the product's own, JAVA_HOME, the PATH, the usual folders.
set "home="
call :look "%product%\runtime"
if not defined home if defined JAVA_HOME call :look "%JAVA_HOME%"
if not defined home for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :look "%%~dp$PATH:j.."
if not defined home for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do call :look "%%~d"
rem (No block: there the bracket of "Program Files (x86)" would be its end.)
if not defined home echo volans: no Java 21 or newer found ^(JAVA_HOME, PATH, "%ProgramFiles%"^): install one, such as Eclipse Temurin 25, or point JAVA_HOME at it. 1>&2& exit /b 1

set "safe=false"
set "console="
set "first=%~1"
set arguments=%*
:leading
if "%first%"=="--safe" set "safe=true"
if "%first%"=="--safe" set arguments=%arguments:*--safe=%
if "%first%"=="--safe" goto next
if "%first%"=="--console" set "console=true"
if "%first%"=="--console" set arguments=%arguments:*--console=%
if "%first%"=="--console" goto next
goto command
:next
shift
set "first=%~1"
goto leading
:command
rem Plug-ins are managed without any.
if "%first%"=="plugin" set "safe=true"

set options=-Djava.awt.headless=true -Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
if %major% GEQ 23 set options=%options% --sun-misc-unsafe-memory-access=allow

rem Everything but these is a command.
set "workspace="
set "archive=commands"
for %%w in ("" --sky --open -data --data -cssTheme -clearPersistedState) do if "%first%"=="%%~w" set "archive=workbench"
if "%archive%"=="commands" goto run
set "workspace=%VOLANS_WORKSPACE%"
if not defined workspace set "workspace=%USERPROFILE%\Volans"
set "following="
for %%w in (%arguments%) do call :word "%%~w"
:run
set workspace_option=
if defined workspace set workspace_option=-Dvolans.workspace="%workspace%"

rem The framework's state, one for each build, set of plug-ins and Java: made aside and renamed when complete.
:again
rem (set /p would not end at a line feed alone.)
set "build="
set "plugins="
for /f "usebackq delims=" %%b in ("%product%\launcher\built") do if not defined build set "build=%%b"
if "%safe%"=="false" if exist "%product%\launcher\plugins" for /f "usebackq delims=" %%b in ("%product%\launcher\plugins") do set "plugins=%%b"
if defined plugins set "build=%build%+%plugins%"
set "mine=%LOCALAPPDATA%\volans\run\%build%-%version%"
set product_options=-Djava.util.logging.config.file="%product%\launcher\logging.properties" -Djava.library.path="%product%\native" -Dvolans.product="%product%" -Dvolans.safe=%safe%
if exist "%mine%\framework" goto prepared
set "fresh=%mine%.%RANDOM%"
mkdir "%fresh%" 2>nul
if not exist "%fresh%\" echo volans: cannot write its state into "%LOCALAPPDATA%\volans\run" 1>&2& exit /b 1
"%home%\bin\java.exe" %options% %product_options% -Dvolans.area="%fresh%\framework" -jar "%product%\launcher\volans-launch.jar" --help >nul
if errorlevel 1 rmdir /s /q "%fresh%"& echo volans: its first start failed 1>&2& exit /b 1
if exist "%mine%" (rmdir /s /q "%fresh%") else move "%fresh%" "%mine%" >nul
:prepared

rem The Java machine makes the archive of classes when the first of each kind ends. 23 asks for a fresh start, after plug-ins have
rem been installed: then with another state.
"%home%\bin\java.exe" %options% -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%mine%\%archive%" %VOLANS_JAVA_OPTIONS% %product_options% -Dvolans.area="%mine%\framework" -Dvolans.area.settled=true -Dvolans.console=%console% %workspace_option% -jar "%product%\launcher\volans-launch.jar" %arguments%
if %ERRORLEVEL% EQU 23 goto again
exit /b %ERRORLEVEL%

rem The word after -data is the workspace.
:word
if defined following set "workspace=%~1"
set "following="
if "%~1"=="-data" set "following=yes"
if "%~1"=="--data" set "following=yes"
exit /b

rem Sets home, major and version when there is a Java in the folder that is new enough.
:look
if defined home exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "version="
set "major=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do (
    if "%%a"=="JAVA_VERSION" for /f "delims=.-+" %%m in ("%%~b") do set "major=%%m"
    if "%%a"=="JAVA_RUNTIME_VERSION" set "version=%%~b"
    if not defined version if "%%a"=="JAVA_VERSION" set "version=%%~b"
)
if %major% GEQ 21 set "home=%~f1"
exit /b
