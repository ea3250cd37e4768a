# The image of every service. The jar is what the build on this machine has made:
#   ./mvnw -DskipTests package
#   docker build --build-arg SERVICE=training-service --tag avatar-studio/training-service .
# docs/containers.md tells how it is made and what was measured.

ARG JRE=eclipse-temurin:25-jre

# Libraries apart from our own classes, so that they are a layer that rarely changes.
FROM ${JRE} AS unpacked
ARG SERVICE
WORKDIR /unpacked
COPY ${SERVICE}/target/${SERVICE}.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM ${JRE} AS app
RUN groupadd --gid 10001 avatar \
	&& useradd --uid 10001 --gid avatar --no-create-home --home-dir /app --shell /usr/sbin/nologin avatar \
	&& mkdir -p /var/lib/avatar-studio/media /var/lib/avatar-studio/spool \
	&& chown avatar:avatar /var/lib/avatar-studio/media /var/lib/avatar-studio/spool
ENV MANAGEMENT_PORT=8081 \
	SERVER_PORT=8080 \
	SERVER_ADDRESS=0.0.0.0 \
	MEDIA_FOLDER=/var/lib/avatar-studio/media \
	MEDIA_SPOOL_FOLDER=/var/lib/avatar-studio/spool \
	LOGGING_STRUCTURED_FORMAT_CONSOLE=logstash \
	MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY deploy/image/jvm.options deploy/image/healthcheck deploy/image/start ./
# common stands here when the service was built without it, and with the service's own classes when not
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./

# A start for practice: it records which classes a start loads and links, and needs no
# broker, no database and nobody outside.
FROM app AS rehearsed
COPY deploy/image/rehearse ./
RUN mkdir /rehearsal && chown avatar /rehearsal
USER avatar
RUN ./rehearse /rehearsal

FROM app
COPY --from=rehearsed /rehearsal/ ./
USER 10001:10001
EXPOSE 8080 8081
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 \
	CMD ["/app/healthcheck", "8081", "/actuator/health/readiness"]
ENTRYPOINT ["/app/start"]
