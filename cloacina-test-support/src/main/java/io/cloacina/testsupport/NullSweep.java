package io.cloacina.testsupport;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls every public method and constructor of some classes with null in one place after the other, so that none is
 * forgotten when the house says that null is refused in words. A place is a parameter that is not {@code @Nullable}, and for an
 * array or collection of references also an element of it.
 *
 * <p>Nothing is skipped silently: a class without a sample object, a parameter without a sample value and an exemption that
 * names nothing are errors. Not thread-safe.
 */
public final class NullSweep {

    private final List<Class<?>> types;
    private final Samples samples = new Samples();
    private final Map<String, String> exemptions = new LinkedHashMap<>();

    private NullSweep(List<Class<?>> types) {
        this.types = types;
    }

    /** Sweeps the public classes of packages, as they lie beside the class that is named for each. */
    public static NullSweep ofPackagesOf(Class<?>... oneOfEach) {
        return new NullSweep(
                Arrays.stream(oneOfEach).flatMap(PackageClasses::beside).toList());
    }

    /** An object of a class: called where it declares methods, given where a parameter asks for it. */
    public <T> NullSweep sample(Class<? super T> type, T object) {
        samples.put(type, object);
        return this;
    }

    /**
     * Leaves something out.
     *
     * @param reason why null need not be refused in words there; whoever reads the test wants to know
     * @param names classes ({@code "Explanation"}, with all that is nested in it) or methods ({@code "TaskGraph.of"}, {@code
     *     "TaskGraph.new"})
     */
    public NullSweep except(String reason, String... names) {
        for (String name : names) {
            if (exemptions.put(name, reason) != null) {
                throw new IllegalStateException(name + " is exempt already");
            }
        }
        return this;
    }

    /** All calls, in the order of the classes and their members. */
    public List<NullCall> calls() {
        Set<String> used = new HashSet<>();
        List<NullCall> calls = types.stream()
                .flatMap(NullSweep::entries)
                .filter(entry -> !isExempt(entry, used))
                .flatMap(this::calls)
                .toList();
        Set<String> stale = new HashSet<>(exemptions.keySet());
        stale.removeAll(used);
        if (!stale.isEmpty()) {
            throw new IllegalStateException("These exemptions name nothing that could be called: " + stale);
        }
        return calls;
    }

    private static Stream<Executable> entries(Class<?> type) {
        Stream<Executable> constructors = type.isEnum() ? Stream.empty() : Arrays.stream(type.getConstructors());
        return Stream.concat(constructors, Arrays.stream(type.getDeclaredMethods()))
                .filter(entry -> Modifier.isPublic(entry.getModifiers()))
                .filter(entry -> !Modifier.isAbstract(entry.getModifiers()))
                .filter(entry -> !entry.isSynthetic() && !isOfTheLanguage(type, entry))
                .sorted((one, other) -> one.toString().compareTo(other.toString()));
    }

    /** {@code equals} takes null by its contract, and the compiler writes {@code valueOf} of enums. */
    private static boolean isOfTheLanguage(Class<?> type, Executable entry) {
        return entry.getName().equals("equals")
                || (type.isEnum() && entry.getName().equals("valueOf"));
    }

    private boolean isExempt(Executable entry, Set<String> used) {
        String type = NullCall.name(entry.getDeclaringClass());
        String method = type + "." + (entry instanceof Constructor<?> ? "new" : entry.getName());
        List<String> hits = exemptions.keySet().stream()
                .filter(name -> method.equals(name) || type.equals(name) || type.startsWith(name + "."))
                .toList();
        used.addAll(hits);
        return !hits.isEmpty();
    }

    private Stream<NullCall> calls(Executable entry) {
        List<NullCall> calls = new ArrayList<>();
        Parameter[] parameters = entry.getParameters();
        for (int place = 0; place < parameters.length; place++) {
            for (@Nullable Object wrong : wrongValues(parameters[place])) {
                @Nullable Object[] arguments = samples.of(entry);
                arguments[place] = wrong;
                calls.add(new NullCall(entry, receiver(entry), arguments, place));
            }
        }
        return calls.stream();
    }

    private @Nullable Object receiver(Executable entry) {
        boolean needed = entry instanceof Method && !Modifier.isStatic(entry.getModifiers());
        return needed ? samples.of(entry.getDeclaringClass()) : null;
    }

    private static List<@Nullable Object> wrongValues(Parameter parameter) {
        List<@Nullable Object> wrong = new ArrayList<>();
        Class<?> type = parameter.getType();
        if (!type.isPrimitive() && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            wrong.add(null);
        }
        if (type == List.class || type == Collection.class) {
            wrong.add(Arrays.asList(new Object[1]));
        } else if (type == Set.class) {
            wrong.add(new HashSet<>(Arrays.asList(new Object[1])));
        } else if (type.isArray() && !type.getComponentType().isPrimitive()) {
            wrong.add(Array.newInstance(type.getComponentType(), 1));
        }
        return wrong;
    }
}
