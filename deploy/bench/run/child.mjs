// Programs beside the benchmark: each in a process group of its own, measured and stopped with all its children.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { work } from './settings.mjs';

const TICKS_PER_SECOND = 100;
const running = new Set();

process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(130));
}

export class Child {
  constructor(name, command, { env = {}, cwd = work } = {}) {
    this.name = name;
    this.log = join(work, `${name}.log`);
    const out = openSync(this.log, 'w');
    const [program, ...options] = command;
    this.process = spawn(program, options, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out], detached: true });
    this.ended = new Promise((resolve) => {
      this.process.on('error', (error) => resolve(String(error)));
      this.process.on('exit', (code, signal) => resolve(signal ?? code));
    });
    this.hasEnded = false;
    this.ended.then(() => (this.hasEnded = true));
    running.add(this);
  }

  /** Waits until `isReady` says so; programs that end before are an error. */
  async ready(isReady, seconds = 120) {
    const limit = Date.now() + seconds * 1000;
    while (Date.now() < limit && !this.hasEnded) {
      if (await isReady().catch(() => false)) {
        return;
      }
      await sleep(200);
    }
    throw new Error(`${this.name} does not come up; see ${this.log}`);
  }

  async stop() {
    this.kill('SIGTERM');
    await Promise.race([this.ended, sleep(25_000)]);
    this.kill('SIGKILL');
    await this.ended;
    running.delete(this);
  }

  kill(signal) {
    try {
      process.kill(-this.process.pid, signal);
    } catch {
      // The group is gone already.
    }
  }

  /** CPU time of all its processes so far, in seconds. */
  cpuSeconds() {
    return this.#sum((pid) => {
      const fields = afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    });
  }

  /** Resident memory of all its processes in MB; what they share is counted once. */
  memory() {
    return this.#sum((pid) => {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)[1]) / 1024;
    });
  }

  #sum(measure) {
    return groupOf(this.process.pid).reduce((sum, pid) => {
      try {
        return sum + measure(pid);
      } catch {
        return sum; // It ended just now.
      }
    }, 0);
  }
}

// The fields of /proc/PID/stat from the state on; the name before it may hold spaces.
const afterName = (stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** CPU time so far, in seconds, of a process, its children and theirs, those that have ended included. */
export function treeCpuSeconds(root) {
  const processes = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).flatMap((pid) => {
    try {
      const fields = afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      const ticks = fields.slice(11, 15).reduce((sum, time) => sum + Number(time), 0);
      return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
    } catch {
      return []; // It ended just now.
    }
  });
  const sum = (pid) => processes
    .filter((one) => one.parent === pid)
    .reduce((ticks, one) => ticks + sum(one.pid), processes.find((one) => one.pid === pid)?.ticks ?? 0);
  return sum(root) / TICKS_PER_SECOND;
}

/** CPU time of everything on the machine so far, in seconds. */
export function machineCpuSeconds() {
  const [user, nice, system, , , interrupts, softInterrupts] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system + interrupts + softInterrupts) / TICKS_PER_SECOND;
}

function groupOf(group) {
  return readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) {
      return false;
    }
    try {
      return Number(afterName(readFileSync(`/proc/${entry}/stat`, 'utf8'))[2]) === group;
    } catch {
      return false;
    }
  });
}
