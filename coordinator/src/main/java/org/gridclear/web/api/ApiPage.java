package org.gridclear.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gridclear.web.account.ServerSecurity;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** The page of the interface, with a form to log in where the server has accounts. */
@Component
class ApiPage extends SwaggerIndexPageTransformer {
  private static final String SCRIPT = "swagger-initializer.js";

  private final ServerSecurity security;

  ApiPage(
      SwaggerUiConfigProperties page,
      SwaggerUiOAuthProperties oauth,
      SwaggerWelcomeCommon welcome,
      ObjectMapperProvider mapper,
      ServerSecurity security) {
    super(page, oauth, welcome, mapper);
    this.security = security;
  }

  @Override
  public Resource transform(
      HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    Resource page = super.transform(request, resource, chain);
    if (!security.closed() || !SCRIPT.equals(resource.getFilename())) {
      return page;
    }
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    try (InputStream theirs = page.getInputStream();
        InputStream ours = ApiPage.class.getResourceAsStream("/web/login.js")) {
      theirs.transferTo(script);
      script.write('\n');
      ours.transferTo(script);
    }
    return new TransformedResource(resource, script.toByteArray());
  }
}
