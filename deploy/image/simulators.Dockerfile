# Telegram with its web chat, fal and a language model, for services in other containers.
# The jars are what the build on this machine has made; the broker's and the database's stay out.
ARG JRE=eclipse-temurin:25-jre
FROM ${JRE}
RUN groupadd --gid 10001 avatar \
	&& useradd --uid 10001 --gid avatar --no-create-home --home-dir /app --shell /usr/sbin/nologin avatar \
	&& mkdir -p /var/lib/avatar-studio/simulators && chown avatar:avatar /var/lib/avatar-studio/simulators
WORKDIR /app
COPY deploy/image/healthcheck ./
COPY sandbox/launch/target/lib/ ./lib/
COPY sandbox/launch/target/sandbox-launch.jar ./
ENV SIMULATORS_FOLDER=/var/lib/avatar-studio/simulators MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 8080 8081 8082
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=6 CMD ["/app/healthcheck", "8080", "/"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/app/sandbox-launch.jar", "studio.avatar.sandbox.launch.SimulatorsCommand"]
