import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../api/client';
import { FailureLine, Loading } from '../design/States';
import classes from './NewProject.module.css';
import { projects } from './projects';
import { QUESTIONS, recipes, WANTED } from './recipes';

const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Asks for a recipe and a name, and makes the project. */
export function NewProject({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="46rem"
      title="Start a project"
      classNames={{ title: classes['title'] ?? '' }}
    >
      {opened && <Form />}
    </Modal>
  );
}

function Form() {
  const { data: offered, error } = useQuery(recipes);
  const [recipe, setRecipe] = useState('custom');
  const [name, setName] = useState('');
  const making = useMaking();
  const usable = NAME.test(name);
  if (!offered) {
    return error ? <FailureLine error={error} /> : <Loading />;
  }
  // A phrase has a page of its own.
  const choices = offered.filter((offer) => offer.name !== 'phrase');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate({ name, recipe });
      }}
    >
      <fieldset className={classes['recipes']}>
        <legend>What should it tell apart?</legend>
        {choices.map((offer) => (
          <label key={offer.name} className={classes['recipe']}>
            <input type="radio" name="recipe" checked={recipe === offer.name} onChange={() => setRecipe(offer.name)} />
            <strong>{offer.name === 'custom' ? 'your own' : offer.name}</strong>
            <span>{QUESTIONS[offer.name] ?? offer.question}</span>
            <small>{WANTED[offer.name]}</small>
          </label>
        ))}
        <Link to="/phrase" className={classes['recipe'] ?? ''}>
          <strong>phrase</strong>
          <span>{QUESTIONS['phrase']}</span>
          <small>{WANTED['phrase']}</small>
        </Link>
      </fieldset>
      <TextInput
        label="Name"
        description="It stands in addresses and never changes: small letters, digits, hyphens."
        placeholder="doorbell"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name !== '' && !usable && 'Small letters, digits and hyphens only'}
        data-autofocus
      />
      {making.isError && <FailureLine error={making.error} />}
      <div className={classes['end']}>
        <Button type="submit" disabled={!usable} loading={making.isPending}>
          Start it
        </Button>
      </div>
    </form>
  );
}

function useMaking() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (wanted: { name: string; recipe: string }) => answer(api.POST('/api/v1/projects', { body: wanted })),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries(projects);
      await navigate(`/projects/${name}/data`);
    },
  });
}
