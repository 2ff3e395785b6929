package org.converge4j.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.experiment.Choice;

/** Names updaters apart: by their variant where that is enough, otherwise by the settings in which they differ. */
final class Labels {
    /** By variant, the settings that are not the same in all its choices. */
    private final Map<String, Set<String>> differing = new HashMap<>();

    Labels(List<Choice> choices) {
        Map<String, Choice> first = new HashMap<>();
        for (Choice choice : choices) {
            Choice other = first.computeIfAbsent(choice.variant(), variant -> choice);
            choice.settings().forEach((name, value) -> {
                if (!value.equals(other.settings().get(name))) {
                    differing
                            .computeIfAbsent(choice.variant(), variant -> new HashSet<>())
                            .add(name);
                }
            });
        }
    }

    /** {@code adam}, or {@code adam learningRate=0.01 beta1=0.9}. */
    String of(Choice choice) {
        return choice.variant() + suffix(choice);
    }

    /** The settings in which a choice differs from another of its variant: {@code " learningRate=0.01"}, or nothing. */
    String suffix(Choice choice) {
        Set<String> varying = differing.getOrDefault(choice.variant(), Set.of());
        return choice.settings().entrySet().stream()
                .filter(setting -> varying.contains(setting.getKey()))
                .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    }
}
