package org.gridclear.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.account.ServerSecurity;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the description of the interface (OpenAPI 3.1) says beside what the code shows: title, tags,
 * summaries, parameters, examples, errors, and the token. The words are in {@code
 * web/openapi.yaml}.
 */
@Component
class ApiDescription implements OpenApiCustomizer {
  private static final String WORDS = "/web/openapi.yaml";
  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";
  private static final Set<String> WITHOUT_TOKEN =
      Set.of("POST /api/v1/session", "GET /health/live", "GET /health/ready");

  private final ServerSecurity security;
  private final JsonNode words = words();

  ApiDescription(ServerSecurity security) {
    this.security = security;
  }

  private static JsonNode words() {
    try (InputStream in = ApiDescription.class.getResourceAsStream(WORDS)) {
      IssueLog log = new IssueLog(WORDS);
      JsonNode words =
          Yaml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), log, "It is ours.");
      log.throwIfErrors();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calls that are described, as {@code GET /path}. */
  Set<String> calls() {
    return new TreeSet<>(words.get("calls").propertyNames());
  }

  @Override
  public void customise(OpenAPI api) {
    api.info(
        new Info()
            .title(words.get("title").asString())
            .version("1")
            .description(words.get("description").asString())
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    api.servers(null);
    Components components = api.getComponents() == null ? new Components() : api.getComponents();
    api.components(components.addSchemas(PROBLEM, problem()));
    if (security.closed()) {
      components.addSecuritySchemes(
          TOKEN,
          new SecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("bearer")
              .description("The token that POST /api/v1/session answers, or an API token."));
    }
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> describe(method, path, operation)));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("Problem details, RFC 9457")
        .addProperty("status", new Schema<Integer>().types(Set.of("integer")))
        .addProperty("title", new StringSchema())
        .addProperty("detail", new StringSchema().description("what is wrong"))
        .addProperty("advice", new StringSchema().description("what to do"))
        .addProperty(
            "issues",
            new Schema<>()
                .types(Set.of("array"))
                .items(new ObjectSchema())
                .description("file, element, field, value, rule and advice of each"));
  }

  private void describe(PathItem.HttpMethod method, String path, Operation operation) {
    String call = method + " " + path;
    JsonNode said = words.get("calls").path(call);
    operation
        .summary(said.path("summary").asString(""))
        .tags(List.of(said.path("tag").asString("Server")));
    if (security.closed() && !WITHOUT_TOKEN.contains(call)) {
      operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> describe(parameter, said));
    }
    if (said.has("example") && operation.getRequestBody() != null) {
      operation
          .getRequestBody()
          .getContent()
          .values()
          .forEach(type -> type.example(said.get("example").asString()));
    }
    answers(operation.getResponses(), said, security.closed() && !WITHOUT_TOKEN.contains(call));
  }

  private void describe(Parameter parameter, JsonNode said) {
    String name = parameter.getName();
    String common = words.get("parameters").path(name).asString("");
    parameter.description(said.path("parameters").path(name).asString(common));
  }

  private static void answers(ApiResponses answers, JsonNode said, boolean withToken) {
    int status = said.path("status").asInt(200);
    ApiResponse good = answers.remove("200");
    if (good != null) {
      answers.addApiResponse(Integer.toString(status), good);
      good.description(HttpStatus.valueOf(status).getReasonPhrase());
    }
    Set<Integer> errors = new TreeSet<>();
    said.path("errors").forEach(error -> errors.add(error.asInt()));
    if (withToken) {
      errors.addAll(Set.of(401, 403));
    }
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    for (int error : errors) {
      answers.addApiResponse(
          Integer.toString(error),
          new ApiResponse()
              .description(HttpStatus.valueOf(error).getReasonPhrase())
              .content(
                  new Content()
                      .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }
  }
}
