@echo off
rem Starts converge4j; builds it first if there is no build.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\converge4j.jar"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
if not exist "%JAR%" (
  echo converge: building, once ^(the first time Maven downloads about 200 MB^) ... 1>&2
  call mvn -q -B -f "%HOME_DIR%pom.xml" -Dmaven.test.skip=true -Dquick package 1>&2 || exit /b 2
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%JAR%;%HOME_DIR%target\lib\*" org.converge4j.cli.Main %*
exit /b %ERRORLEVEL%
