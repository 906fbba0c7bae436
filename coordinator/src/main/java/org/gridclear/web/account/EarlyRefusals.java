package org.gridclear.web.account;

import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has calls logged that the server refuses before any filter sees them, such as bad addresses. */
@Component
class EarlyRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final ServerSecurity security;

  EarlyRefusals(ServerSecurity security) {
    this.security = security;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new LogValve(security));
  }

  private static final class LogValve extends ValveBase implements AccessLog {
    private final ServerSecurity security;

    LogValve(ServerSecurity security) {
      super(true);
      this.security = security;
    }

    @Override
    public void log(Request request, Response response, long nanos) {
      if (request.getRequestURI() != null) {
        AuditFilter.log(security, request, response.getStatus());
      }
    }

    @Override
    public void invoke(Request request, Response response)
        throws java.io.IOException, jakarta.servlet.ServletException {
      getNext().invoke(request, response);
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
      // The attributes of this program are always there.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
      return true;
    }
  }
}
