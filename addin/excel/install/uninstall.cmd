@echo off
rem 進捗のアドインを、このユーザーの Excel から外します。
rem Takes the add-in out of this user's Excel again.
setlocal EnableExtensions
chcp 65001 >nul
set "key=HKCU\Software\Microsoft\Office\16.0\Excel\Options"
set "manager=HKCU\Software\Microsoft\Office\16.0\Excel\Add-in Manager"
set "folder=%APPDATA%\shinchoku"
rem Excel reads OPEN, OPEN1, OPEN2 ... up to the first gap: the last entry moves into ours.
set "ours="
set "last="
set "gap="
call :look OPEN
for /l %%i in (1,1,99) do call :look OPEN%%i
if not defined ours goto :files
if "%ours%"=="%last%" goto :drop
set "value="
for /f "tokens=2,*" %%a in ('reg query "%key%" /v %last%') do if "%%a"=="REG_SZ" set "value=%%b"
set "value=%value:"=\"%"
reg add "%key%" /v %ours% /t REG_SZ /d "%value%" /f >nul
:drop
reg delete "%key%" /v %last% /f >nul
:files
reg delete "%manager%" /v "%folder%\shinchoku64.xll" /f >nul 2>nul
reg delete "%manager%" /v "%folder%\shinchoku32.xll" /f >nul 2>nul
if exist "%folder%\shinchoku64.xll" del "%folder%\shinchoku64.xll"
if exist "%folder%\shinchoku32.xll" del "%folder%\shinchoku32.xll"
if exist "%folder%\*.xll" (
    echo %folder% のアドインを消せません。Excel をすべて閉じてから、もう一度実行してください。
    exit /b 2
)
rem The user's own templates stay.
if exist "%folder%" rmdir "%folder%" 2>nul
echo 外しました。
exit /b 0

:look
if defined gap exit /b 0
reg query "%key%" /v %1 >nul 2>nul
if errorlevel 1 goto :gap
set "last=%1"
reg query "%key%" /v %1 | find "\shinchoku\shinchoku" >nul
if errorlevel 1 exit /b 0
set "ours=%1"
exit /b 0

:gap
set "gap=%1"
exit /b 0
