# The same as scripts/demo, for Windows PowerShell.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
$tree = "trees/pohon-disdukcapil-balangan.pohon.yaml"

if (-not (Test-Path ".venv/Scripts/python.exe")) {
    if (Get-Command py -ErrorAction SilentlyContinue) { py -3 -m venv .venv } else { python -m venv .venv }
    if ($LASTEXITCODE -ne 0) { throw "Python 3.11 atau lebih baru tidak ditemukan." }
}
& .venv/Scripts/python.exe -m pip install --quiet --disable-pip-version-check -c constraints.txt .
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

Write-Output "== pohon lint $tree"
& .venv/Scripts/pohon.exe lint $tree
if ($LASTEXITCODE -gt 1) { exit $LASTEXITCODE } # 1 = findings, and this tree keeps the faults of its source

New-Item -ItemType Directory -Force out | Out-Null
foreach ($form in "svg", "pdf") {
    & .venv/Scripts/pohon.exe render $tree -o "out/pohon-disdukcapil-balangan.$form" --force
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
Write-Output "== Hasil:"
Get-ChildItem out/pohon-disdukcapil-balangan.* | Select-Object Name, Length
exit 0
