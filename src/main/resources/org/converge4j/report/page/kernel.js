/**
 * The article's three rules, stepped in the page over functions of two variables and over linear regression, in double precision: as DL4J
 * computes them, and as the article writes them. A rule turns the gradient g into what is taken off the parameters.
 */

const rules = {
  sgd: {memories: 0, step(g, memory, t, {learningRate}) {
    for (let i = 0; i < g.length; i++) g[i] *= learningRate;
  }},
  momentum: {memories: 1, step(g, memory, t, {learningRate, beta}) {
    const v = memory[0];
    for (let i = 0; i < g.length; i++) {
      const old = v[i];
      v[i] = beta * old - learningRate * (1 - beta) * g[i];
      g[i] = beta * old - (1 + beta) * v[i];
    }
  }},
  emaMomentum: {memories: 1, step(g, memory, t, {learningRate, beta}) {
    const v = memory[0];
    for (let i = 0; i < g.length; i++) {
      v[i] = beta * v[i] + (1 - beta) * g[i];
      g[i] = learningRate * v[i];
    }
  }},
  adam: {memories: 2, step(g, memory, t, settings) {
    adamStep(g, memory, settings.learningRate * Math.sqrt(1 - settings.beta2 ** t) / (1 - settings.beta1 ** t), settings);
  }},
  uncorrectedAdam: {memories: 2, step(g, memory, t, settings) {
    adamStep(g, memory, settings.learningRate, settings);
  }},
};

function adamStep(g, memory, rate, {beta1, beta2, epsilon}) {
  const m = memory[0];
  const v = memory[1];
  for (let i = 0; i < g.length; i++) {
    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
    g[i] = rate * m[i] / (Math.sqrt(v[i]) + epsilon);
  }
}

/** What the article writes where DL4J computes something else. */
const articles = {momentum: "emaMomentum", adam: "uncorrectedAdam"};

/** The learning rate from which a rule diverges where the loss is a quadratic of this greatest curvature; nothing for Adam. */
function criticalRate(rule, {beta}, curvature) {
  if (rule === "sgd") return 2 / curvature;
  if (rule === "momentum") return 2 * (1 + beta) / ((1 + 2 * beta) * (1 - beta) * curvature);
  return rule === "emaMomentum" ? 2 * (1 + beta) / ((1 - beta) * curvature) : null;
}

/** The functions of two variables: each gives its value at a place and writes its gradient into g. */
const surfaces = {
  quadratic({condition, angle}) {
    const [cos, sin] = [Math.cos(angle * Math.PI / 180), Math.sin(angle * Math.PI / 180)];
    return (at, g) => {
      const u = at[0] * cos + at[1] * sin;
      const v = at[1] * cos - at[0] * sin;
      g[0] = u * cos - condition * v * sin;
      g[1] = u * sin + condition * v * cos;
      return (u * u + condition * v * v) / 2;
    };
  },
  rosenbrock: () => (at, g) => {
    const x = at[0];
    const y = at[1];
    const valley = y - x * x;
    g[0] = -2 * (1 - x) - 400 * x * valley;
    g[1] = 200 * valley;
    return (1 - x) ** 2 + 100 * valley ** 2;
  },
  beale: () => (at, g) => {
    const x = at[0];
    const y = at[1];
    const a = 1.5 - x + x * y;
    const b = 2.25 - x + x * y ** 2;
    const c = 2.625 - x + x * y ** 3;
    g[0] = 2 * (a * (y - 1) + b * (y ** 2 - 1) + c * (y ** 3 - 1));
    g[1] = 2 * x * (a + 2 * b * y + 3 * c * y ** 2);
    return a * a + b * b + c * c;
  },
  himmelblau: () => (at, g) => {
    const x = at[0];
    const y = at[1];
    const a = x * x + y - 11;
    const b = x + y * y - 7;
    g[0] = 4 * x * a + 2 * b;
    g[1] = 2 * a + 4 * y * b;
    return a * a + b * b;
  },
  rastrigin: () => (at, g) => at.reduce((sum, x, i) => {
    g[i] = 2 * x + 20 * Math.PI * Math.sin(2 * Math.PI * x);
    return sum + x * x - 10 * Math.cos(2 * Math.PI * x);
  }, 20),
};

/** Linear regression around its least-squares solution: ½ dᵀ H d. */
function bowl(hessian) {
  const n = Math.sqrt(hessian.length);
  return (d, g) => {
    let twice = 0;
    for (let i = 0; i < n; i++) {
      let slope = 0;
      for (let j = 0, at = i * n; j < n; j++) slope += hessian[at + j] * d[j];
      g[i] = slope;
      twice += slope * d[i];
    }
    return twice / 2;
  };
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Steps a rule from a start, and looks at it at ascending steps: its values and its places along axes, as far as it came, and the step at
 * which it diverged, or that at which it stopped, for it met a target. The limit is that of recorded runs: a billion times what the loss
 * began with, or than 1.
 */
function descend(loss, rule, settings, start, axes, steps, floor, stop = null) {
  const {memories, step} = rules[rule];
  const at = Float64Array.from(start);
  const g = new Float64Array(at.length);
  const memory = Array.from({length: memories}, () => new Float64Array(at.length));
  const limit = 1e9 * Math.max(1, loss(at, g) + floor) - floor;
  const path = {values: [], places: axes.map(() => []), died: null, stopped: null};
  const until = stop === null ? -Infinity : stop.fraction ? stop.value * loss(at, g) : stop.value;
  for (let t = 0, next = 0; ; t++) {
    const value = loss(at, g);
    if (!(value <= limit)) return {...path, died: t};
    if (t === steps[next] || value <= until) {
      path.values.push(value);
      for (let k = 0; k < axes.length; k++) path.places[k].push(dot(at, axes[k]));
      if (value <= until) return {...path, stopped: t};
      if (++next === steps.length) return path;
    }
    step(g, memory, t + 1, settings);
    for (let i = 0; i < at.length; i++) at[i] -= g[i];
  }
}
