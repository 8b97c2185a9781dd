# syntax=docker/dockerfile:1

# Styles and fonts: from npm, never committed, no scripts run
FROM node:22-bookworm-slim AS npm
WORKDIR /bouw
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# Python packages, exactly as locked
FROM python:3.13-slim-bookworm AS python
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev

# What runs
FROM python:3.13-slim-bookworm AS toegang
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-liberation \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 toegang \
    && useradd --system --uid 10001 --gid toegang --home-dir /var/lib/toegang --no-create-home toegang \
    && install -d -o toegang -g toegang -m 0700 \
        /var/lib/toegang /var/lib/toegang/documenten /var/lib/toegang/zegels
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/tmp/cache \
    TOEGANG_VAR=/var/lib/toegang \
    DJANGO_SETTINGS_MODULE=config.settings.productie
COPY --from=python /app/.venv ./.venv
COPY . .
# The values here are only for this one command: no server is asked, nothing of it stays in the image.
RUN --mount=type=bind,from=npm,source=/bouw/node_modules,target=/app/node_modules \
    SECRET_KEY=bouwen ALLOWED_HOSTS=localhost REDIS_URL=redis://localhost/0 \
    DATABASE_URL=postgresql://localhost/toegang BSN_SLEUTELS=1=bouwen BSN_INDEX_SLEUTEL=bouwen \
    python manage.py collectstatic --no-input
# A letter carries its own fonts (toegang/lettertypen.py)
COPY --from=npm /bouw/node_modules/@fontsource/noto-sans ./node_modules/@fontsource/noto-sans
COPY --from=npm /bouw/node_modules/@fontsource/ibm-plex-sans-arabic ./node_modules/@fontsource/ibm-plex-sans-arabic
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-m", "config.diensten.gezond", "web"]
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--worker-tmp-dir", "/dev/shm"]
