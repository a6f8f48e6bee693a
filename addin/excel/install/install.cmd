@echo off
rem 進捗のアドインを、このユーザーの Excel に加えます。管理者の権限は要りません。
rem Adds the add-in to this user's Excel; needs no administrator.
rem
rem   install.cmd        Excel のビット数は自動で調べます / finds out Excel's bits
rem   install.cmd 64|32  ビット数を指定します / or is told
setlocal EnableExtensions
chcp 65001 >nul
set "key=HKCU\Software\Microsoft\Office\16.0\Excel\Options"
set "folder=%APPDATA%\shinchoku"
set "bits=%~1"
if not defined bits call :find_bits
if not "%bits%"=="64" if not "%bits%"=="32" (
    echo Excel のビット数が分かりません。install.cmd 64 か install.cmd 32 と打ってください。
    echo   「ファイル」「アカウント」「Excel のバージョン情報」の一行目の終わりにあります。
    exit /b 2
)
set "name=shinchoku%bits%.xll"
if not exist "%~dp0%name%" (
    echo %name% がこのファイルの横にありません。ZIP の中身をすべて取り出してから実行してください。
    exit /b 2
)
if not exist "%folder%" mkdir "%folder%"
copy /y "%~dp0%name%" "%folder%\%name%" >nul
if errorlevel 1 (
    echo %folder%\%name% に書けません。Excel をすべて閉じてから、もう一度実行してください。
    exit /b 2
)
rem Excel reads OPEN, OPEN1, OPEN2 ... up to the first gap: ours, or the first free one.
set "entry="
call :look OPEN
for /l %%i in (1,1,99) do call :look OPEN%%i
reg add "%key%" /v %entry% /t REG_SZ /d "/R \"%folder%\%name%\"" /f >nul
if errorlevel 1 (
    echo レジストリの HKCU に書けません。情報システムの担当に、アドインの許可を確かめてください。
    exit /b 2
)
echo 加えました: %folder%\%name%
echo Excel を開き直し、セルに =SHINCHOKU.RATE(90,100) と打つと 90 になります。
exit /b 0

:find_bits
set "office=HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
reg query "%office%" /v Platform 2>nul | find "x64" >nul
if not errorlevel 1 set "bits=64"
reg query "%office%" /v Platform 2>nul | find "x86" >nul
if not errorlevel 1 set "bits=32"
exit /b 0

:look
if defined entry exit /b 0
reg query "%key%" /v %1 >nul 2>nul
if errorlevel 1 goto :take
reg query "%key%" /v %1 | find "\shinchoku\shinchoku" >nul
if errorlevel 1 exit /b 0
:take
set "entry=%1"
exit /b 0
