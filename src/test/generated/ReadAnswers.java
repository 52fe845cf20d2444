import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.client.ApiClient;

/**
 * Asks a server of the shipped data, by a client that was generated from the contract, all that needs no body, and prints a line
 * for each question: {@code read}, or {@code failed} and why. It runs in a process of its own, whose standard output is all that
 * the test sees of it.
 */
final class ReadAnswers {
    private static final List<String> APIS = List.of(
            "Bans", "Changes", "Exposures", "Facts", "Ownership", "Reconciliation", "Server");

    /** The values of required parameters that are texts, by operation and parameter, or by parameter. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("getBan.id", "au-5g-2018"),
            Map.entry("getTie.id", "huawei-supplies-bt"),
            Map.entry("getSource.id", "reuters-2018-12-07-japan-ban"),
            Map.entry("explainFeature.id", "fuzzy"),
            Map.entry("showPropertyFlyout.id", "owner"),
            Map.entry("explainProblem.id", "unknown-id"),
            Map.entry("id", "sprint"),
            Map.entry("carrier", "sprint"),
            Map.entry("organization", "sprint"),
            Map.entry("from", "huawei"),
            Map.entry("to", "sprint"),
            Map.entry("by", "country"),
            Map.entry("q", "sprint"));

    /** Pages and files, which the client takes for JSON whatever they are, and what the generator adds of its own. */
    private static final Set<String> LEFT = Set.of(
            "exportGraph",
            "getContract",
            "getDocs",
            "getDocsFile",
            "getExplorer",
            "previewOrganization",
            "downloadFileFromResponse");

    private ReadAnswers() {}

    public static void main(String[] server) throws ReflectiveOperationException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server[0]);
        for (String name : APIS) {
            Class<?> type = Class.forName("org.openapitools.client.api." + name + "Api");
            Object api = type.getConstructor(ApiClient.class).newInstance(client);
            for (Method method : type.getDeclaredMethods()) {
                if (isQuestion(method)) {
                    ask(api, method);
                }
            }
        }
    }

    /** With its parameters alone, none of which is a body. */
    private static boolean isQuestion(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return Modifier.isPublic(method.getModifiers())
                && !method.getName().endsWith("WithHttpInfo")
                && !LEFT.contains(method.getName())
                && Arrays.stream(types).noneMatch(type -> Map.class.isAssignableFrom(type))
                && Arrays.stream(method.getParameters())
                        .filter(ReadAnswers::isRequired)
                        .allMatch(each -> each.getType() == String.class
                                || each.getType() == LocalDate.class
                                || each.getType().isEnum());
    }

    private static boolean isRequired(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals("Nonnull"));
    }

    private static void ask(Object api, Method method) throws IllegalAccessException {
        Object[] values = Arrays.stream(method.getParameters())
                .map(each -> isRequired(each) ? value(method.getName(), each) : null)
                .toArray();
        try {
            Object answer = method.invoke(api, values);
            System.out.println((answer == null ? "failed nothing " : "read ") + method.getName());
        } catch (InvocationTargetException e) {
            String why = String.valueOf(e.getCause()).lines().collect(Collectors.joining(" "));
            System.out.println("failed " + method.getName() + " " + why.substring(0, Math.min(400, why.length())));
        }
    }

    private static Object value(String operation, Parameter parameter) {
        if (parameter.getType() == LocalDate.class) {
            return LocalDate.of(2018, 12, parameter.getName().equals("to") ? 31 : 8);
        }
        if (parameter.getType().isEnum()) {
            return parameter.getType().getEnumConstants()[0];
        }
        return TEXTS.getOrDefault(operation + "." + parameter.getName(), TEXTS.get(parameter.getName()));
    }
}
