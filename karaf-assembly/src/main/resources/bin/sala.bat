@echo off
rem sala.bat: starts Sala on Windows in this window; Ctrl-C ends it. See bin/sala for the variables.
rem sala.bat restore FILE [--replace]: puts a backup in the place of what the data folder holds, while Sala does not run.
rem sala.bat backup FILE, modules, install ID, upgrade ID, uninstall ID, password LOGIN: commands of the running Sala.
setlocal enabledelayedexpansion
for %%i in ("%~dp0..") do set "HOME_DIR=%%~fi"
if not defined SALA_DATA set "SALA_DATA=data"
for %%i in ("%SALA_DATA%") do set "DATA=%%~fi"
if not defined SALA_HTTP_HOST set "SALA_HTTP_HOST=127.0.0.1"
if not defined SALA_HTTP_PORT set "SALA_HTTP_PORT=8181"
if not defined SALA_DEMO set "SALA_DEMO=false"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version 2>&1 | findstr /c:"version \"17" >nul || (echo sala: Java 17 is needed & exit /b 1)

rem A backup is restored by a process of its own; the other commands are done by the one that runs.
set "ALONE="
if /i "%~1"=="restore" (
  for %%f in ("%~2") do set ALONE=-Dsala.alone=restore "-Dsala.alone.file=%%~ff"
  if /i "%~3"=="--replace" set ALONE=!ALONE! -Dsala.alone.replace=true
  set SALA_HTTP_PORT=0
) else if not "%~1"=="" if /i not "%~1"=="run" (
  for /d %%v in ("%HOME_DIR%\system\org\salacrm\crm-shell\*") do for %%j in ("%%v\*.jar") do set "SHELL_JAR=%%j"
  set "HERE=!CD!"
  cd /d "%DATA%" && "%JAVA%" -cp "!SHELL_JAR!" org.salacrm.shell.Knock karaf\door\sala.socket "!HERE!" %*
  exit /b !ERRORLEVEL!
)

for %%d in (karaf log deploy etc tmp) do if not exist "%DATA%\%%d" mkdir "%DATA%\%%d"
for %%f in ("%HOME_DIR%\data-template\etc\*") do if not exist "%DATA%\etc\%%~nxf" copy /y "%%f" "%DATA%\etc" >nul
set /p BUILD=<"%HOME_DIR%\build-id"
set "IDENTITY=%HOME_DIR% %BUILD%"
set "KNOWN="
if exist "%DATA%\karaf\build-id" set /p KNOWN=<"%DATA%\karaf\build-id"
if not "%KNOWN%"=="%IDENTITY%" (
  if exist "%DATA%\karaf\cache" rmdir /s /q "%DATA%\karaf\cache"
  >"%DATA%\karaf\build-id" echo %IDENTITY%
)

set "OPENS="
for %%p in (java.base/java.lang java.base/java.net java.base/java.security java.base/java.util java.naming/javax.naming.spi) do set "OPENS=!OPENS! --add-opens %%p=ALL-UNNAMED"
for %%p in (file ftp http https jar) do set "OPENS=!OPENS! --add-exports java.base/sun.net.www.protocol.%%p=ALL-UNNAMED"
cd /d "%DATA%"
"%JAVA%" -Xms96m -Xmx768m -XX:+UseSerialGC -XX:MetaspaceSize=96m -XX:MinHeapFreeRatio=30 -XX:MaxHeapFreeRatio=50 -XX:+ExitOnOutOfMemoryError %OPENS% ^
  -Duser.timezone=UTC -Duser.language=en -Duser.country= -Dfile.encoding=UTF-8 -Djava.awt.headless=true ^
  "-Djava.io.tmpdir=%DATA%\tmp" "-Dkaraf.home=%HOME_DIR%" "-Dkaraf.base=%HOME_DIR%" "-Dkaraf.etc=%HOME_DIR%\etc" ^
  "-Dkaraf.data=%DATA%\karaf" "-Dkaraf.log=%DATA%\log" "-Dkaraf.instances=%DATA%\karaf\instances" ^
  -Dkaraf.startRemoteShell=false -Dkaraf.startLocalConsole=false ^
  "-Djava.util.logging.config.file=%HOME_DIR%\etc\java.util.logging.properties" ^
  "-Dsala.data=%DATA%" "-Dsala.http.host=%SALA_HTTP_HOST%" "-Dsala.http.port=%SALA_HTTP_PORT%" "-Dsala.demo=%SALA_DEMO%" ^
  %ALONE% %SALA_JAVA_OPTS% -classpath "%HOME_DIR%\lib\boot\*;%HOME_DIR%\lib\jdk9plus\*" org.apache.karaf.main.Main
