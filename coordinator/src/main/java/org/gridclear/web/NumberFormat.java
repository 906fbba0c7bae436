package org.gridclear.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Numbers of answers: what is not there (NaN) is null, never a text. */
@Component
class NumberFormat implements JsonMapperBuilderCustomizer {
  @Override
  public void customize(JsonMapper.Builder builder) {
    builder.addModule(
        new SimpleModule()
            .addSerializer(Double.TYPE, new OrNull(Double.TYPE))
            .addSerializer(Double.class, new OrNull(Double.class)));
  }

  private static final class OrNull extends StdSerializer<Double> {
    OrNull(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      if (value.isNaN()) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
  }
}
