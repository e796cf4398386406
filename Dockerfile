# The product as one image. What a container runs is named by its command, the same commands that
# `make run` uses: python -m config.serve web | worker | beat.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt

COPY . .
# The application belongs to root and cannot change itself; it writes to DATA_DIR alone.
RUN useradd --system --uid 10001 --home-dir /data caretally \
    && install -d -o caretally -g caretally -m 700 /data
USER caretally

ENV DATA_DIR=/data \
    CARETALLY_ENV=production \
    WEB_HOST=0.0.0.0
VOLUME /data
EXPOSE 8000
CMD ["python", "-m", "config.serve", "web"]
