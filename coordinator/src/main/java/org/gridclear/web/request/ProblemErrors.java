package org.gridclear.web.request;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.gridclear.web.account.Problems;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Problem details for what no controller answers: addresses that the server's own parts refuse
 * before, and errors that come up after.
 */
@Configuration(proxyBeanMethods = false)
class ProblemErrors {
  private static final String ADDRESS_ADVICE =
      "Names in an address are letters, digits, '-', '.' and '_', other characters escaped once;"
          + " /swagger-ui.html lists every address.";

  /** Addresses with escaped slashes and such, which Tomcat refuses. */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
                host.getPipeline().addValve(new Valve());
              }
            });
  }

  /** Addresses that Spring's firewall refuses. */
  @Bean
  static RequestRejectedHandler problemsOfTheFirewall() {
    return (request, response, why) ->
        Problems.send(
            response, HttpStatus.BAD_REQUEST, "The address is not taken.", ADDRESS_ADVICE);
  }

  /** Writes what Tomcat would write as a page. */
  public static final class Valve extends ErrorReportValve {
    /** Made by Tomcat, too, by its name. */
    public Valve() {
      setShowReport(false);
      setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      if (status == null
          || !status.isError()
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      try {
        Problems.send(response, status, detail(status, response.getMessage()), ADDRESS_ADVICE);
        response.finishResponse();
      } catch (IOException e) {
        container.getLogger().debug("The client is gone.", e);
      }
    }
  }

  private static String detail(HttpStatus status, Object said) {
    return said == null || said.toString().isBlank()
        ? "The call is not taken: %s.".formatted(status.getReasonPhrase())
        : said.toString();
  }

  /** Errors that were sent after a filter or a controller had begun. */
  @Hidden
  @RestController
  static class Errors implements ErrorController {
    /** Answers in place of the call that failed. */
    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      Object said = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
      HttpStatus known = status == null || !status.isError() ? HttpStatus.NOT_FOUND : status;
      Problems.send(response, known, detail(known, said), ADDRESS_ADVICE);
    }
  }
}
