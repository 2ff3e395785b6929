@echo off
rem Starts converge4j; builds it first if there is no build.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\converge4j.jar"
set "CP=%JAR%;%HOME_DIR%target\lib\*"
set "ARCHIVES=%HOME_DIR%target\archives"
set "PARENT=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:-UsePerfData -Xshare:auto -Xlog:disable"
set "WORKER=-XX:+UseSerialGC -Xmn20m -XX:SurvivorRatio=2 -XX:-UsePerfData -Xshare:auto -Xlog:disable -Dorg.bytedeco.javacpp.maxphysicalbytes=0"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
if not exist "%JAR%" (
  echo converge: building, once ^(the first time Maven downloads about 200 MB^); its steps, and what it downloads of a megabyte or more: 1>&2
  set "MVN=mvn"
  where mvn >nul 2>&1 || set "MVN=%HOME_DIR%mvnw.cmd"
  call :build 1>&2
  if not exist "%JAR%" exit /b 2
)
rem Archives of loaded classes halve the time to start. Java goes without where they do not fit.
if not exist "%ARCHIVES%\tried" (
  mkdir "%ARCHIVES%" 2>nul
  type nul > "%ARCHIVES%\tried"
  echo converge: preparing quick starts ... 1>&2
  set "OMP_NUM_THREADS=1"
  "%JAVA%" %WORKER% "-XX:ArchiveClassesAtExit=%ARCHIVES%\worker.jsa" -cp "%CP%" org.converge4j.run.worker.Rehearsal >nul 2>&1
  "%JAVA%" %PARENT% "-XX:ArchiveClassesAtExit=%ARCHIVES%\parent.jsa" -cp "%CP%" org.converge4j.cli.Main run "%HOME_DIR%configs\listing.yaml" --quiet --out "%ARCHIVES%\rehearsal" >nul 2>&1
  rmdir /s /q "%ARCHIVES%\rehearsal" 2>nul
  echo converge: ready. 1>&2
)
"%JAVA%" %PARENT% "-XX:SharedArchiveFile=%ARCHIVES%\parent.jsa" "-Dconverge.worker.archive=%ARCHIVES%\worker.jsa" -cp "%CP%" org.converge4j.cli.Main %*
exit /b %ERRORLEVEL%

:build
call "%MVN%" -B -f "%HOME_DIR%pom.xml" -Dmaven.test.skip=true package | findstr /R /C:"^\[INFO\] ---" /C:"^\[ERROR\]" /C:"Downloaded.*MB at"
exit /b 0
