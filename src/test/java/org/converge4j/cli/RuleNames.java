package org.converge4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** How the libraries call rules and settings, and how we do: the one table that golden cases are read by. */
final class RuleNames {
    /** The same for every rule that has it. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("lr", "learningRate"),
            Map.entry("learning_rate", "learningRate"),
            Map.entry("b1", "beta1"),
            Map.entry("b2", "beta2"),
            Map.entry("b3", "beta3"),
            Map.entry("eps", "epsilon"),
            Map.entry("eps_root", "epsilonRoot"),
            Map.entry("weight_decay", "weightDecay"),
            Map.entry("alpha", "alpha"),
            Map.entry("beta", "beta"),
            Map.entry("gamma", "gamma"),
            Map.entry("momentum", "momentum"),
            Map.entry("nesterov", "nesterov"),
            Map.entry("scaling", "scaling"),
            Map.entry("beta3", "beta3"));

    /** Of single rules; an empty name for what has no counterpart and changes nothing. */
    private static final Map<String, Map<String, String>> OWN = Map.ofEntries(
            Map.entry("scheduleFreeSgd", Map.of("warmup_steps", "warmUp", "weight_lr_power", "weightPower")),
            Map.entry("scheduleFreeAdamW", Map.of("warmup_steps", "warmUp", "weight_lr_power", "weightPower")),
            Map.entry(
                    "prodigy",
                    Map.of(
                            "estim_lr0", "initialDistance",
                            "estim_lr_coef", "coefficient",
                            "safeguard_warmup", "safeguardWarmUp")),
            Map.entry("dadaptAdamW", Map.of("estim_lr0", "initialDistance")),
            Map.entry(
                    "muon",
                    Map.of(
                            "consistent_rms", "rms",
                            "adam_b1", "adamBeta1",
                            "adam_b2", "adamBeta2",
                            "adam_weight_decay", "adamWeightDecay",
                            "adam_learning_rate", "adamLearningRate")),
            Map.entry("lars", Map.of("trust_coefficient", "trust")),
            Map.entry("adafactor", Map.of("d", "clip")),
            Map.entry("dowg", Map.of("init_estim_sq_dist", "firstSquare")),
            Map.entry("momo", Map.of("lower_bound", "lowerBound", "adapt_lower_bound", "adaptLowerBound")),
            Map.entry("momoAdam", Map.of("lower_bound", "lowerBound", "adapt_lower_bound", "adaptLowerBound")),
            Map.entry("polyakSgd", Map.of("max_learning_rate", "learningRate", "f_min", "floor")),
            Map.entry("asgd", Map.of("lambd", "lambda", "alpha", "power", "t0", "start")),
            Map.entry("mars", Map.of("optimize_1d", "correctVectors", "lr_1d_factor", "vectorFactor")),
            Map.entry("adopt", Map.of("use_clipping", "clipping")),
            Map.entry(
                    "ftrl",
                    Map.of(
                            "initial_accumulator_value", "first",
                            "l1_regularization_strength", "l1",
                            "l2_regularization_strength", "l2",
                            "l2_shrinkage_regularization_strength", "shrinkage")),
            Map.entry("sophia", Map.of("clip_threshold", "clip", "update_interval", "every")),
            Map.entry("adahessian", Map.of("hessian_power", "power", "update_each", "every")),
            Map.entry(
                    "lbfgs",
                    Map.of(
                            "max_eval", "mostEvaluations",
                            "history_size", "history",
                            "tolerance_grad", "gradientTolerance",
                            "tolerance_change", "changeTolerance")));

    /** What none of ours has, because it changes no number of the golden cases. */
    private static final Set<String> IGNORED = Set.of(
            "mask",
            "mu_dtype",
            "foreach",
            "maximize",
            "differentiable",
            "capturable",
            "state_dtype",
            "weight_decay_mask",
            "trust_ratio_mask",
            "preconditioning",
            "adaptive",
            "adam_eps_root",
            "ns_coeffs",
            "ns_steps",
            "muon_weight_dimension_numbers",
            "clip_value_fn",
            "corrected_weight_decay",
            "caution",
            "decoupled_decay",
            "mars_type",
            "betas_1d",
            "clipnorm",
            "clipvalue",
            "global_clipnorm",
            "use_ema",
            "ema_momentum",
            "ema_overwrite_frequency",
            "loss_scale_factor",
            "gradient_accumulation_steps",
            "amsgrad",
            "n_samples",
            "avg_conv_kernel",
            "hessian_diagonal_fn",
            "verbose",
            "print_win_rate_every_n_steps",
            "max_iter",
            "optimizer",
            "adv_optimizer",
            "sync_period",
            "reset_state",
            "opaque_mode",
            "batch_axis_name",
            "fast_optimizer");

    private RuleNames() {}

    /** An updater's entry in an experiment file for a golden case. */
    static String entry(String rule, JsonNode settings, JsonNode probes, String label) {
        String beside = ", label: " + label;
        return switch (rule) {
            case "samSgd" ->
                "{ torchSgd: " + some(settings, "learning_rate") + ", around: { sam: { rho: " + settings.get("rho")
                        + " } }" + beside + " }";
            case "samAdam" ->
                "{ torchAdam: " + some(settings, "learning_rate", "b1", "b2", "eps") + ", around: { sam: { rho: "
                        + settings.get("rho") + " } }" + beside + " }";
            case "cautiousAdamW" -> "{ torchAdamW: " + ours(rule, settings) + ", around: cautious" + beside + " }";
            case "lookaheadSgd" ->
                "{ torchSgd: " + some(settings, "learning_rate", "momentum")
                        + ", around: { lookahead: { every: " + settings.get("sync_period") + ", share: "
                        + settings.get("slow_step_size") + " } }" + beside + " }";
            case "ema" ->
                "{ torchSgd: " + some(settings, "lr", "momentum") + ", around: { ema: { decay: "
                        + settings.get("decay") + ", start: " + settings.get("start") + ", every: "
                        + settings.get("every")
                        + " } }" + beside + " }";
            case "swa" ->
                "{ torchSgd: " + some(settings, "lr", "momentum") + ", around: { swa: { start: " + settings.get("start")
                        + ", every: " + settings.get("every") + " } }" + beside + " }";
            case "sophia", "adahessian" ->
                "{ " + rule + ": " + ours(rule, settings).replaceFirst(" }$", ", probes: " + probes + " }") + beside
                        + " }";
            default -> "{ " + rule + ": " + ours(rule, settings) + beside + " }";
        };
    }

    private static String some(JsonNode settings, String... theirs) {
        List<String> ours = new ArrayList<>();
        for (String name : theirs) {
            ours.add(COMMON.get(name) + ": " + settings.get(name));
        }
        return "{ " + String.join(", ", ours) + " }";
    }

    private static String ours(String rule, JsonNode settings) {
        Map<String, String> ours = new TreeMap<>();
        settings.propertyStream().forEach(setting -> put(rule, setting.getKey(), setting.getValue(), ours));
        if (rule.equals("polyakSgd")) {
            ours.put("knownFloor", "false");
        }
        List<String> words = new ArrayList<>();
        ours.forEach((name, value) -> words.add(name + ": " + value));
        return "{ " + String.join(", ", words) + " }";
    }

    private static void put(String rule, String name, JsonNode value, Map<String, String> ours) {
        String mapped = OWN.getOrDefault(rule, Map.of()).getOrDefault(name, COMMON.getOrDefault(name, ""));
        switch (name) {
            case "betas" -> {
                ours.put("beta1", value.get(0).toString());
                ours.put("beta2", value.get(1).toString());
            }
            case "etas" -> {
                ours.put("shrink", value.get(0).toString());
                ours.put("grow", value.get(1).toString());
            }
            case "step_sizes" -> {
                ours.put("least", value.get(0).toString());
                ours.put("most", value.get(1).toString());
            }
            case "init_step" ->
                ours.put(
                        value.get(0).asString().equals("heuristic") ? "first" : "firstRate",
                        value.get(1).toString());
            case "beta2_decay", "learning_rate_power" -> ours.put("power", Double.toString(-value.asDouble()));
            case "variant" ->
                ours.put("clamped", Boolean.toString(value.asString().equals("sps+")));
            case "line_search_fn" -> ours.put("search", Boolean.toString(!value.isNull()));
            default -> {
                if (rule.equals("adafactor") && name.equals("eps")) {
                    ours.put("epsilon2", value.get(1).toString());
                } else if (!mapped.isEmpty() && !value.isNull()) {
                    ours.put(mapped, value.toString());
                } else if (mapped.isEmpty() && !IGNORED.contains(name)) {
                    throw new IllegalArgumentException(rule + ": no counterpart of " + name);
                }
            }
        }
    }
}
