#!/usr/bin/env bash
# Once, when the database is first made: an ordinary account for the bot, which owns its database and no more. A superuser
# would pass over the policies that keep organisations apart (scale.md).
psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/postgres-password)" <<'SQL'
create role bot login password :'password';
create database bot owner bot;
SQL
