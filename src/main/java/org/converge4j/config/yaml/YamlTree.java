package org.converge4j.config.yaml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.catalog.message.Mismatch;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns YAML 1.2 into nodes with places. Tags, merge keys and repeated keys are refused. */
public final class YamlTree {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 1_000_000;
    private static final Pattern INDENTED_BY_TAB = Pattern.compile("[- ]*+\t");
    private static final Pattern CLOSE_DASH = Pattern.compile(" *+-(?=[A-Za-z{\\[])");

    /** A number of more digits is not one that any setting takes, and takes long to read. */
    private static final int MOST_DIGITS = 400;

    private final Mark whole;
    private final boolean placed;
    private final Complaints complaints;
    private final LoadSettings settings;
    private final StandardConstructor scalars;
    private int nodes;

    /** Of a file, whose places are told. */
    public YamlTree(String file, Complaints complaints) {
        this(new Mark(file, 0, 0), true, complaints);
    }

    /** Of a short text that is one place. */
    YamlTree(Mark whole, Complaints complaints) {
        this(whole, false, complaints);
    }

    private YamlTree(Mark whole, boolean placed, Complaints complaints) {
        this.whole = whole;
        this.placed = placed;
        this.complaints = complaints;
        this.settings = LoadSettings.builder()
                .setLabel(whole.file())
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(50)
                .build();
        this.scalars = new StandardConstructor(settings);
    }

    /** The tree of a text, or nothing if it is not YAML; what is wrong is added to the complaints. */
    public Optional<Node> read(String yaml) {
        try {
            return new Compose(settings).composeString(yaml).map(root -> convert(root, 0));
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().map(this::at).orElse(whole);
            complain(mark, broken.getProblem(), yaml);
        } catch (StackOverflowError nested) {
            complaints.add(whole, "", "expected at most " + DEEPEST + " levels, found deeper ones.");
        } catch (YamlEngineException broken) {
            complaints.add(whole, "", "not YAML: " + Text.printable(String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    /** The parser stops where a tab, or a dash without a space, has led it astray, which may be lines below it. */
    private void complain(Mark mark, String problem, String yaml) {
        List<String> lines = yaml.lines().limit(mark.line()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher tab = INDENTED_BY_TAB.matcher(lines.get(i));
            Matcher dash = CLOSE_DASH.matcher(lines.get(i));
            if (tab.lookingAt()) {
                complaints.add(at(i + 1, tab.end()), "", "expected spaces, found a tab: YAML forbids tabs here.");
                return;
            }
            if (dash.lookingAt()) {
                complaints.add(at(i + 1, dash.end() + 1), "", "expected a space after the dash of a list, found none.");
                return;
            }
        }
        complaints.add(mark, "", "not YAML: " + Text.printable(problem));
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        Mark mark = mark(node);
        if (++nodes > MOST_NODES) {
            throw new YamlEngineException("with its aliases written out it has more than " + MOST_NODES + " values");
        }
        if (depth > DEEPEST) {
            throw new YamlEngineException("it is nested deeper than " + DEEPEST + " levels");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, mark, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Node.Sequence(mark, items);
        }
        return scalar((ScalarNode) node, mark);
    }

    private Node mapping(MappingNode mapping, Mark mark, int depth) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Mark place = mark(tuple.getKeyNode());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Node value = convert(tuple.getValueNode(), depth + 1);
            if (fields.putIfAbsent(key, new Node.Field(place, value)) != null) {
                complaints.add(place, Text.printable(key), "expected each key once, found this one twice.");
            }
        }
        return new Node.Mapping(mark, fields);
    }

    private Node scalar(ScalarNode scalar, Mark mark) {
        try {
            return value(scalar, mark);
        } catch (NumberFormatException | YamlEngineException tagged) {
            String text = scalar.getValue();
            complaints.add(mark, "", Mismatch.of("no tags", Mismatch.quoted(text) + " with a tag of numbers") + ".");
            return new Node.Scalar(mark, text, text);
        }
    }

    private Node value(ScalarNode scalar, Mark mark) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (text.length() > MOST_DIGITS && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
            return new Node.Scalar(mark, text, text);
        }
        if (tag.equals(Tag.INT)) {
            BigInteger integer = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
            return new Node.Scalar(mark, integer.bitLength() < Long.SIZE ? integer.longValue() : integer, text);
        }
        if (tag.equals(Tag.FLOAT) || tag.equals(Tag.BOOL)) {
            Object value = scalars.constructSingleDocument(Optional.of(scalar));
            return new Node.Scalar(mark, value == null ? text : value, text);
        }
        if (tag.equals(Tag.NULL)) {
            return new Node.Mapping(mark, Map.of());
        }
        if (!tag.equals(Tag.STR)) {
            complaints.add(mark, "", Mismatch.of("no tags", Mismatch.quoted(tag.getValue())) + ".");
        }
        return new Node.Scalar(mark, text, text);
    }

    private Mark mark(org.snakeyaml.engine.v2.nodes.Node node) {
        return node.getStartMark().map(this::at).orElse(whole);
    }

    private Mark at(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Mark at(int line, int column) {
        return placed ? new Mark(whole.file(), line, column) : whole;
    }
}
