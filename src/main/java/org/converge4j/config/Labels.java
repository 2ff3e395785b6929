package org.converge4j.config;

import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.experiment.Choice;

/** Names updaters apart: by their variant where that is enough, otherwise by the settings in which they differ. */
final class Labels {
    private final List<Choice> choices;

    Labels(List<Choice> choices) {
        this.choices = choices;
    }

    /** {@code adam}, or {@code adam learningRate=0.01 beta1=0.9}. */
    String of(Choice choice) {
        return choice.variant() + suffix(choice);
    }

    /** The settings in which a choice differs from another of its variant: {@code " learningRate=0.01"}, or nothing. */
    String suffix(Choice choice) {
        List<Choice> namesakes = choices.stream()
                .filter(c -> c.variant().equals(choice.variant()))
                .toList();
        return choice.settings().entrySet().stream()
                .filter(setting -> namesakes.stream()
                        .anyMatch(c -> !setting.getValue().equals(c.settings().get(setting.getKey()))))
                .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    }
}
