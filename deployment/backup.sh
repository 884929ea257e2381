#!/usr/bin/env bash
# A backup of the PostgreSQL database every hour, each checked by reading its list of contents; older than KEEP_DAYS goes.
# Only a whole one gets its name: what is there can be restored. PGHOST, PGUSER, PGDATABASE and PGPASSFILE say where.
set -euo pipefail
# Rows of every organisation: an ordinary account sees none that it does not name (bot/storage/keepRowsApart.ts).
export PGOPTIONS='-c bot.tenants=*'
folder=${BACKUP_FOLDER:-/backups}
keep_days=${KEEP_DAYS:-35}
pause=${BACKUP_SECONDS:-3600}

make_one() {
  local name
  name="$folder/op-een-lijn-$(date -u +%Y%m%dT%H%M%SZ).dump"
  pg_dump --format=custom --enable-row-security --file="$name.part"
  pg_restore --list "$name.part" >/dev/null
  mv "$name.part" "$name"
  find "$folder" -name 'op-een-lijn-*.dump' -mtime "+$keep_days" -delete
  echo "backup made: $name"
}

while true; do
  make_one || echo "backup FAILED at $(date -u +%FT%TZ)" >&2
  [ "$pause" -eq 0 ] && break
  sleep "$pause"
done
