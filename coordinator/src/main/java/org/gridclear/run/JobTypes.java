package org.gridclear.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** The kinds of jobs that registered as a service, found once. */
public final class JobTypes {
  private static final Map<String, JobType<?, ?>> OF_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, JobType<?, ?>> OF_CLASS = new LinkedHashMap<>();

  static {
    for (JobType<?, ?> type : ServiceLoader.load(JobType.class, JobType.class.getClassLoader())) {
      alone(OF_NAME.put(type.name(), type), type);
      alone(OF_CLASS.put(type.job(), type), type);
      alone(OF_CLASS.put(type.specification(), type), type);
    }
  }

  private JobTypes() {}

  private static void alone(@Nullable JobType<?, ?> other, JobType<?, ?> type) {
    if (other != null) {
      throw new IllegalStateException(
          "Two kinds of jobs are called %s, or have one class: %s and %s. Take one jar away."
              .formatted(type.name(), type.getClass(), other.getClass()));
    }
  }

  /** All of them. */
  public static Collection<JobType<?, ?>> all() {
    return OF_NAME.values();
  }

  /** Plans a job by its type. */
  static RunSpecification plan(Job job, RunPlan.Draft draft) {
    return plan(of(job.getClass()), job, draft);
  }

  private static <J extends Job> RunSpecification plan(
      JobType<J, ?> type, Job job, RunPlan.Draft draft) {
    return type.plan(type.job().cast(job), draft);
  }

  /** The kind that has a class of jobs or tickets. */
  private static JobType<?, ?> of(Class<?> jobOrTicket) {
    JobType<?, ?> type = OF_CLASS.get(jobOrTicket);
    if (type == null) {
      throw new IllegalArgumentException(
          "No kind of job has %s. Name one in META-INF/services/%s of a jar beside the program."
              .formatted(jobOrTicket.getName(), JobType.class.getName()));
    }
    return type;
  }

  /** Marks tickets with the names of their kinds. */
  public static final class Names extends TypeIdResolverBase {
    @Override
    public String idFromValue(DatabindContext context, Object ticket) {
      return of(ticket.getClass()).name();
    }

    @Override
    public String idFromValueAndType(DatabindContext context, Object ticket, Class<?> type) {
      return of(type).name();
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String name) {
      JobType<?, ?> type = OF_NAME.get(name);
      if (type == null) {
        throw new IllegalArgumentException(
            "The run is of the kind '%s', which this program does not have. Put its jar beside it."
                .formatted(name));
      }
      return context.constructType(type.specification());
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
      return JsonTypeInfo.Id.CUSTOM;
    }
  }
}
