# The same as scripts/demo, for Windows PowerShell.
#   powershell -ExecutionPolicy Bypass -File scripts\demo.ps1
$ErrorActionPreference = "Stop"
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding # what pohon writes into a pipe
Set-Location (Join-Path $PSScriptRoot "..")
$tree = "trees/pohon-disdukcapil-balangan.pohon.yaml"

function Find-Python {
    foreach ($name in "py", "python", "python3") {
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        & $name -c "import sys; sys.exit(sys.version_info < (3, 11))" | Out-Null # the shop's empty python.exe fails too
        if ($LASTEXITCODE -eq 0) { return $name }
    }
    throw "Python 3.11 atau lebih baru tidak ditemukan. Pasang dari python.org (tanpa hak administrator), lalu ulangi."
}

if (-not (Test-Path ".venv/Scripts/python.exe")) {
    & (Find-Python) -m venv .venv
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& .venv/Scripts/python.exe -m pip install --quiet --disable-pip-version-check -c constraints.txt ".[office]"
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

New-Item -ItemType Directory -Force out | Out-Null
Write-Output "== pohon lint $tree"
$found = & .venv/Scripts/pohon.exe lint $tree
$code = $LASTEXITCODE
$found | Set-Content -Encoding UTF8 out/temuan.txt
$found | Select-Object -First 24
Write-Output "  ..."
$found | Select-Object -Last 4
if ($code -gt 1) { exit $code } # 1 = findings, and this tree keeps the faults of its source
& .venv/Scripts/pohon.exe lint $tree -o out/temuan.html --force | Out-Null

foreach ($form in "svg", "pdf") {
    & .venv/Scripts/pohon.exe render $tree -o "out/pohon-disdukcapil-balangan.$form" --force
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
Write-Output "== Hasil:"
Get-ChildItem out/temuan.*, out/pohon-disdukcapil-balangan.* | Select-Object Name, Length
Write-Output "== Selanjutnya:"
Write-Output ".venv\Scripts\pohon new dinas-kesehatan"
exit 0
