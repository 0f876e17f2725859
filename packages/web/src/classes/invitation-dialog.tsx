import { PHASES, type Phase } from '@bagom/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries, type Outputs } from '../api.js';
import { errorText, useChange } from '../change.js';
import { useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { NumberField } from '../parts/field.js';
import { Select } from '../parts/select.js';
import { DrawCells } from './draw-cells.js';
import type { Model } from './model.js';
import { canBeAxis, cellsOf, proposedGroups, wantedByPlan, type QuotaAxis } from './quota-axis.js';
import { QuotaGroups } from './quota-groups.js';

type Variable = Outputs['survey']['read']['variables'][number];
const NONE = 'none';
const CHOICES = ['quotaBy', 'quotaAlso'] as const;

/** Draws respondents of a class by lot, as many as are wanted of each kind, and puts them on the fieldwork's list. */
export function InvitationDialog(props: {
  model: Model;
  names: readonly string[];
  variables: readonly Variable[];
  /** The class that is offered first, from 1. */
  first: number;
  onClose: () => void;
}) {
  const { model, names, variables, first, onClose } = props;
  const { messages: m, format: f, language } = useSpoken();
  const navigate = useNavigate();
  const fieldwork = useQuery(queries.fieldwork());
  const [inClass, setClass] = useState(first);
  const [least, setLeast] = useState(0.7);
  const [seed, setSeed] = useState(() => 1000 + Math.floor(Math.random() * 9000));
  const [axes, setAxes] = useState<QuotaAxis[]>([]);
  const [wanted, setWanted] = useState<readonly number[]>([15]);
  const cells = cellsOf(axes);
  const plan = fieldwork.data ? wantedByPlan(cells, fieldwork.data.quota) : null;
  const input = { modelId: model.id, class: inClass, least, axes, wanted: [...wanted], seed, preview: false };
  const sound =
    wanted.length === cells.length &&
    wanted.every((n) => Number.isInteger(n) && n >= 0) &&
    least >= 0 &&
    least <= 1 &&
    Number.isInteger(seed) &&
    axes.every(({ groups }) => groups.length > 0 && groups.every(({ name }) => name.trim() !== ''));
  const preview = useQuery({ ...queries.invitationDraw(input), enabled: sound });
  const draw = useChange(api.invitations.draw, {
    onDone: () => {
      onClose();
      void navigate({ to: '/fieldwork', search: { view: 'invitations' } });
    },
  });
  /** Other sides are other cells: what is wanted of them comes from the study's quotas where they say it, else nobody yet. */
  const setSides = (next: QuotaAxis[]) => {
    const found = cellsOf(next);
    const known = fieldwork.data ? wantedByPlan(found, fieldwork.data.quota) : null;
    setAxes(next);
    setWanted(known ?? found.map((_, i) => (found.length === cells.length ? (wanted[i] ?? 0) : 0)));
  };
  const choose = (at: number, id: string) => {
    const variable = variables.find((one) => one.id === id);
    const others = axes.filter((_, i) => i !== at);
    if (!variable) return setSides(others);
    const phaseNames = Object.fromEntries(PHASES.map((phase) => [phase, m.words.phase[phase]]));
    const axis = { variableId: id, groups: proposedGroups(variable, phaseNames as Record<Phase, string>) };
    setSides(at === 0 ? [axis, ...others] : [...others.slice(0, 1), axis]);
  };
  const able = variables.filter(canBeAxis);
  const sum = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0);
  const shown = sound && preview.data?.cells.length === cells.length ? preview.data.cells : null;
  const drawn = shown ? sum(shown.map((cell) => cell.drawn)) : 0;
  const short = (shown ?? []).filter((cell) => cell.drawn < cell.wanted);
  return (
    <Dialog
      title={m.respondents.invite}
      size="large"
      onClose={onClose}
      foot={
        <>
          <p className="draw-foot" role="status">
            {shown && m.respondents.willDraw(f.number(drawn), f.number(sum(wanted)))}{' '}
            {short.length > 0 && (
              <span className="wrong">
                {m.respondents.unfilled(
                  f.list(
                    short.map(
                      ({ names: cell, wanted: n, drawn: got }) =>
                        `${cell.join(', ') || m.respondents.everybody} (${m.respondents.tooFew(f.number(n - got))})`,
                    ),
                  ),
                )}
              </span>
            )}
          </p>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={drawn === 0 || draw.isPending || preview.isPlaceholderData}
            onPress={() => draw.mutate(input)}
          >
            {m.respondents.draw(f.number(drawn))}
          </Button>
        </>
      }
    >
      <div className="draw">
        <p className="hint">{m.respondents.inviteLead}</p>
        <div className="draw-basics">
          <Select
            label={m.respondents.fromClass}
            value={String(inClass)}
            options={names.map((name, k) => ({ value: String(k + 1), name }))}
            onChange={(value) => setClass(Number(value))}
          />
          <NumberField
            label={m.respondents.least}
            value={least}
            min={0}
            max={1}
            step={0.01}
            digits={2}
            onChange={setLeast}
            hint={m.respondents.leastHint}
          />
          <NumberField
            label={m.respondents.seed}
            value={seed}
            min={0}
            max={2 ** 32 - 1}
            onChange={setSeed}
            hint={m.respondents.seedHint}
          />
        </div>
        <div className="draw-axes">
          {CHOICES.map((label, at) => {
            const axis = axes[at];
            const other = axes[1 - at]?.variableId;
            return (
              <div key={label}>
                <Select
                  label={m.respondents[label]}
                  value={axis?.variableId ?? NONE}
                  disabled={at === 1 && axes.length === 0}
                  options={[
                    { value: NONE, name: m.respondents.noQuota },
                    ...able
                      .filter(({ id }) => id !== other)
                      .map(({ id, label: words, name }) => ({ value: id, name: words || name })),
                  ]}
                  onChange={(id) => choose(at, id)}
                />
                {axis?.groups.some(({ range }) => range !== null) && (
                  <QuotaGroups
                    groups={axis.groups}
                    onChange={(groups) =>
                      setSides(axes.map((one, i) => (i === at ? { ...one, groups } : one)))
                    }
                  />
                )}
              </div>
            );
          })}
        </div>
        <DrawCells
          axes={axes}
          names={cells}
          heads={axes.map(({ variableId }) => {
            const variable = variables.find(({ id }) => id === variableId);
            return variable?.label || variable?.name || '';
          })}
          wanted={wanted}
          shown={shown}
          onWanted={setWanted}
        />
        {plan &&
          (plan.join() === wanted.join() ? (
            <p className="hint">{m.respondents.fromPlan}</p>
          ) : (
            <div>
              <Button small onPress={() => setWanted(plan)}>
                {m.respondents.usePlan}
              </Button>
            </div>
          ))}
        {preview.error && sound && (
          <p className="wrong" role="alert">
            {errorText(preview.error, language)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
